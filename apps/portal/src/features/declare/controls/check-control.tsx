"use client";

import { Checkbox, Field, Select } from "@fairlead/ui";
import { type Group, isGroup } from "../draft/path.ts";
import type { Part } from "../form/question.ts";
import type { PartedProps } from "./answer-props.ts";
import { GroupControl } from "./group-control.tsx";

const PORT: Part = { path: "port", label: "Port", control: { kind: "port" } };

const WAYS = [
  {
    value: "http",
    label: "HTTP",
    hint: "A path answers with 2xx or 3xx",
    parts: [
      PORT,
      { path: "path", label: "Path", control: { kind: "text", mono: true, placeholder: "/readyz" } },
      { path: "headers", label: "Headers", control: { kind: "variables" } },
    ],
  },
  {
    value: "grpc",
    label: "gRPC",
    hint: "The gRPC health protocol says SERVING",
    parts: [PORT, { path: "service", label: "Service", control: { kind: "text", mono: true } }],
  },
  { value: "tcp", label: "TCP", hint: "The port takes a connection", parts: [PORT] },
  {
    value: "exec",
    label: "Command",
    hint: "A command in the container ends with 0",
    parts: [{ path: "command", label: "Command", control: { kind: "list", item: "argument" } }],
  },
] as const satisfies readonly { value: string; label: string; hint: string; parts: readonly Part[] }[];

const NOT = "-";
const WITHIN: Part = {
  path: "within",
  label: "Within",
  control: { kind: "text", mono: true, placeholder: "60s" },
};

export interface CheckControlProps extends PartedProps {
  name: string;
  check: "ready" | "live" | "startup";
}

/** How health is asked: one way of four. Another way begins anew, for what belongs to one says nothing in another. */
export function CheckControl({ name, check, value, onAnswer, field }: CheckControlProps) {
  const group: Group = isGroup(value) ? value : {};
  const way = WAYS.find((each) => each.value in group);
  const { slowerThanReady, within } = group;
  const patience = {
    ...(slowerThanReady === undefined ? {} : { slowerThanReady }),
    ...(within === undefined ? {} : { within }),
  };
  const at = way && isGroup(group[way.value]) ? group[way.value] : {};
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 tablet:grid-cols-3">
        <Field label="Asked by" custom>
          <Select
            name={`${name}.way`}
            value={way?.value ?? NOT}
            options={[...WAYS, { value: NOT, label: "nothing" }]}
            onChange={(next) => {
              const port = isGroup(at) && next !== "exec" ? at.port : undefined;
              onAnswer(next === NOT ? undefined : { [next]: port === undefined ? {} : { port }, ...patience });
            }}
          />
        </Field>
      </div>
      {way !== undefined && (
        <GroupControl
          field={field}
          name={`${name}.${way.value}`}
          parts={way.parts}
          value={at}
          onAnswer={(next) => onAnswer({ [way.value]: next ?? {}, ...patience })}
        />
      )}
      {way !== undefined && check === "live" && (
        <Checkbox
          name={`${name}.slowerThanReady`}
          checked={slowerThanReady === true}
          onChange={(checked) => onAnswer({ [way.value]: at, ...(checked ? { slowerThanReady: true } : {}) })}
        >
          With more patience than readiness
        </Checkbox>
      )}
      {way !== undefined && check === "startup" && (
        <GroupControl field={field} name={name} parts={[WITHIN]} value={value} onAnswer={onAnswer} />
      )}
    </div>
  );
}
