"use client";

import { NumberInput, Select, TextInput } from "@fairlead/ui";
import type { Control } from "../form/question.ts";
import type { AnswerProps } from "./answer-props.ts";
import { HostsControl } from "./hosts-control.tsx";
import { JsonControl } from "./json-control.tsx";
import { NeedsControl } from "./needs-control.tsx";
import { answerOf, numberOf, textOf } from "./read-value.ts";
import { RunbookControl } from "./runbook-control.tsx";
import { ScratchControl } from "./scratch-control.tsx";
import { SystemControl } from "./system-control.tsx";
import { VariablesControl } from "./variables-control.tsx";

export interface AnswerControlProps extends AnswerProps {
  /** Names the field for the browser; its path. */
  name: string;
  /** Ports bring their own label, see PortsControl. */
  control: Exclude<Control, { kind: "ports" }>;
  /** It was checked and is right. */
  good?: boolean;
}

/** The control of a question. */
export function AnswerControl({ name, control, good = false, ...props }: AnswerControlProps) {
  const { value, onAnswer } = props;
  switch (control.kind) {
    case "text":
      return (
        <TextInput
          name={name}
          value={textOf(value)}
          onChange={(text) => onAnswer(answerOf(text))}
          good={good}
          maxLength={MAX_TEXT}
          {...(control.mono === undefined ? {} : { mono: control.mono })}
          {...(control.placeholder === undefined ? {} : { placeholder: control.placeholder })}
        />
      );
    case "number":
      return (
        <NumberInput
          name={name}
          value={numberOf(value)}
          onChange={(number) => onAnswer(number ?? undefined)}
          suffix={control.unit}
        />
      );
    case "choice":
      return (
        <Select
          name={name}
          value={value === undefined ? null : String(value)}
          options={control.options.map((option) => ({ ...option, value: String(option.value) }))}
          onChange={(chosen) => onAnswer(control.options.find((option) => String(option.value) === chosen)?.value)}
        />
      );
    case "hosts":
      return <HostsControl {...props} />;
    case "needs":
      return <NeedsControl {...props} />;
    case "variables":
      return <VariablesControl {...props} />;
    case "scratch":
      return <ScratchControl {...props} />;
    case "runbook":
      return <RunbookControl {...props} />;
    case "system":
      return <SystemControl {...props} />;
    case "json":
      return <JsonControl {...props} />;
  }
}

/** Longer than any rule allows, so that the rule says what is wrong rather than the box cutting it off. */
const MAX_TEXT = 2000;
