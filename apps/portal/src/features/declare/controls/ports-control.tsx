"use client";

import { Field, InlineButton, NumberInput, Select, TextInput } from "@fairlead/ui";
import { useState } from "react";
import type { Group } from "../draft/path.ts";
import type { AnswerProps } from "./answer-props.ts";
import { groupsOf, numberOf, textOf } from "./read-value.ts";
import { Rows } from "./rows.tsx";

const PROTOCOLS = [
  { value: "http", label: "HTTP" },
  { value: "grpc", label: "gRPC" },
  { value: "tcp", label: "TCP" },
];

/** Most services have one port: then its number is all that is asked. */
export function PortsControl({ value, onAnswer }: AnswerProps) {
  const ports = groupsOf(value);
  const [several, setSeveral] = useState(false);
  const [only] = ports;
  if (only !== undefined && ports.length === 1 && !several) {
    return (
      <div className="grid gap-1">
        <Field label="Port number" hideLabel>
          <NumberInput
            name="port"
            value={numberOf(only.port)}
            onChange={(port) => onAnswer([withPort(only, port)])}
            suffix={PROTOCOLS.find((protocol) => protocol.value === only.protocol)?.label}
          />
        </Field>
        <span className="text-label">
          <InlineButton onClick={() => setSeveral(true)}>Name it, or add another</InlineButton>
        </span>
      </div>
    );
  }
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
              onChange={(number) => change(withPort(port, number))}
            />
          </Field>
          <Field label="Offered as">
            <NumberInput
              name="service-port"
              value={numberOf(port.servicePort)}
              onChange={(number) => change(without(port, "servicePort", number))}
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

function withPort(port: Group, number: number | null): Group {
  return without(port, "port", number);
}

function without(port: Group, field: string, number: number | null): Group {
  const { [field]: _, ...rest } = port;
  return number === null ? rest : { ...port, [field]: number };
}
