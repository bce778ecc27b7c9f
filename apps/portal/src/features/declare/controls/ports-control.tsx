"use client";

import { Field, type FieldError, FieldGroup, InlineButton, NumberInput, Select, TextInput } from "@fairlead/ui";
import { type ReactNode, useState } from "react";
import type { Group } from "../draft/path.ts";
import type { AnswerProps } from "./answer-props.ts";
import { groupsOf, numberOf, textOf } from "./read-value.ts";
import { Rows } from "./rows.tsx";

const PROTOCOLS = [
  { value: "http", label: "HTTP" },
  { value: "grpc", label: "gRPC" },
  { value: "tcp", label: "TCP" },
];

export interface PortsControlProps extends AnswerProps {
  label: string;
  hint?: ReactNode;
  error?: FieldError | undefined;
}

/** Most services have one port: then its number is all that is asked. */
export function PortsControl({ value, onAnswer, label, hint, error }: PortsControlProps) {
  const ports = groupsOf(value);
  const [several, setSeveral] = useState(false);
  const [only] = ports;
  if (only !== undefined && ports.length === 1 && !several) {
    const more = <InlineButton onClick={() => setSeveral(true)}>Several ports</InlineButton>;
    return (
      <Field
        label={label}
        hint={
          <>
            {hint} {more}
          </>
        }
        {...(error === undefined ? {} : { error })}
      >
        <NumberInput
          name="port"
          value={numberOf(only.port)}
          onChange={(port) => onAnswer([withNumber(only, "port", port)])}
          suffix={PROTOCOLS.find((protocol) => protocol.value === only.protocol)?.label}
        />
      </Field>
    );
  }
  return (
    <FieldGroup label={label} hint={hint} {...(error === undefined ? {} : { error })}>
      <PortRows ports={ports} onAnswer={onAnswer} />
    </FieldGroup>
  );
}

function PortRows({ ports, onAnswer }: { ports: readonly Group[]; onAnswer: AnswerProps["onAnswer"] }) {
  return (
    <Rows
      rows={ports}
      onChange={onAnswer}
      blank={{ name: "", protocol: "http" }}
      add="Add a port"
      name={(port, at) => `port ${textOf(port.name) || at + 1}`}
    >
      {(port, change) => (
        <>
          <Field label="Name">
            <TextInput
              name="port-name"
              value={textOf(port.name)}
              onChange={(name) => change({ ...port, name })}
              mono
              maxLength={15}
            />
          </Field>
          <Field label="Number">
            <NumberInput
              name="port-number"
              value={numberOf(port.port)}
              onChange={(number) => change(withNumber(port, "port", number))}
            />
          </Field>
          <Field label="Offered as">
            <NumberInput
              name="service-port"
              value={numberOf(port.servicePort)}
              onChange={(number) => change(withNumber(port, "servicePort", number))}
              placeholder={textOf(port.port)}
            />
          </Field>
          <Field label="Protocol" custom>
            <Select
              name="protocol"
              value={textOf(port.protocol)}
              options={PROTOCOLS}
              onChange={(protocol) => change({ ...port, protocol })}
            />
          </Field>
        </>
      )}
    </Rows>
  );
}

/** An emptied number is no number. */
function withNumber(port: Group, field: "port" | "servicePort", number: number | null): Group {
  const { [field]: _, ...rest } = port;
  return number === null ? rest : { ...port, [field]: number };
}
