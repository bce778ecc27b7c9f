"use client";

import { Field, NumberInput, Select, TextInput } from "@fairlead/ui";
import type { Group } from "../draft/path.ts";
import { answerOf, numberOf, textOf } from "./read-value.ts";
import { useSuggestions } from "./use-suggestions.ts";

const KINDS = [
  { value: "service", label: "a service" },
  { value: "resource", label: "a resource", hint: "Off the platform, in the catalog" },
  { value: "external", label: "a host outside" },
];

export interface NeedFieldsProps {
  need: Group;
  onChange: (need: Group) => void;
  /** Its place in the list, from 0. */
  at: number;
}

/** One thing that a service calls. */
export function NeedFields({ need, onChange, at }: NeedFieldsProps) {
  const kind = "resource" in need ? "resource" : "external" in need ? "external" : "service";
  const name = textOf(need[kind]);
  const suggestions = useSuggestions(kind === "external" ? "" : name, [kind === "resource" ? "Resource" : "Service"]);
  return (
    <>
      <Field label={`What it calls, line ${at + 1}`} hideLabel custom>
        <Select
          name="need-kind"
          value={kind}
          options={KINDS}
          onChange={(next) => onChange(next === "external" ? { external: name, port: 443 } : { [next]: name })}
        />
      </Field>
      <Field label={`Name, line ${at + 1}`} hideLabel>
        <TextInput
          name="need-name"
          value={name}
          onChange={(next) => onChange({ ...need, [kind]: next })}
          mono
          placeholder={kind === "external" ? "api.example.com" : kind === "resource" ? "orders-db" : "cart"}
          suggestions={suggestions}
        />
      </Field>
      {kind === "external" ? (
        <Field label={`Port, line ${at + 1}`} hideLabel>
          <NumberInput
            name="need-port"
            value={numberOf(need.port)}
            onChange={(port) => onChange(port === null ? { external: name } : { ...need, port })}
          />
        </Field>
      ) : (
        <Field label={`Variable for its address, line ${at + 1}`} hideLabel>
          <TextInput
            name="need-as"
            value={textOf(need.as)}
            onChange={(text) => onChange(withVariable(need, answerOf(text)))}
            mono
            placeholder="CART_SERVICE_ADDR"
          />
        </Field>
      )}
    </>
  );
}

function withVariable(need: Group, variable: string | undefined): Group {
  const { as: _, ...rest } = need;
  return variable === undefined ? rest : { ...need, as: variable };
}
