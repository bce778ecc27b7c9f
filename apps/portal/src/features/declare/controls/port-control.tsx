"use client";

import { Select } from "@fairlead/ui";
import { useContext } from "react";
import type { AnswerProps } from "./answer-props.ts";
import { PortNames } from "./port-names.ts";
import { textOf } from "./read-value.ts";

const NONE = "-";

/** One of the service's ports. One that is gone meanwhile is still shown: the check says what is wrong. */
export function PortControl({ name, value, onAnswer }: AnswerProps & { name: string }) {
  const ports = useContext(PortNames);
  const chosen = textOf(value);
  const names = chosen === "" || ports.includes(chosen) ? ports : [...ports, chosen];
  return (
    <Select
      name={name}
      value={chosen || null}
      placeholder="none"
      onChange={(port) => onAnswer(port === NONE ? undefined : port)}
      options={[...names.map((port) => ({ value: port, label: port })), { value: NONE, label: "none" }]}
    />
  );
}
