"use client";

import { Field, FieldGroup, NumberInput, Select, TextArea, TextInput } from "@fairlead/ui";
import type { Control } from "../form/question.ts";
import type { AnswerProps, PartFieldProps } from "./answer-props.ts";
import { CheckControl } from "./check-control.tsx";
import { ContactsControl } from "./contacts-control.tsx";
import { CronControl } from "./cron-control.tsx";
import { GroupControl } from "./group-control.tsx";
import { isWide } from "./is-wide.ts";
import { JsonControl } from "./json-control.tsx";
import { ListControl } from "./list-control.tsx";
import { NeedsControl } from "./needs-control.tsx";
import { PortControl } from "./port-control.tsx";
import { PortsControl } from "./ports-control.tsx";
import { answerOf, numberOf, textOf } from "./read-value.ts";
import { RowsControl } from "./rows-control.tsx";
import { RunbookControl } from "./runbook-control.tsx";
import { SeveralControl } from "./several-control.tsx";
import { SystemControl } from "./system-control.tsx";
import { VariablesControl } from "./variables-control.tsx";
import { WordsControl } from "./words-control.tsx";

export interface AnswerControlProps extends AnswerProps {
  /** Names the field for the browser; its path. */
  name: string;
  /** Ports bring their own label, see PortsControl. */
  control: Exclude<Control, { kind: "ports" }>;
  /** It was checked and is right. */
  good?: boolean;
}

/** The control of a question, or of a part of one. */
export function AnswerControl({ name, control, good = false, ...props }: AnswerControlProps) {
  const { value, onAnswer } = props;
  switch (control.kind) {
    case "text": {
      const { lines, kind: _, ...looks } = control;
      const text = { name, value: textOf(value), onChange: (next: string) => onAnswer(answerOf(next)), ...looks };
      return lines === undefined ? (
        <TextInput {...text} good={good} maxLength={MAX_TEXT} />
      ) : (
        <TextArea {...text} rows={lines} />
      );
    }
    case "number":
      return (
        <NumberInput
          name={name}
          value={numberOf(value)}
          onChange={(number) => onAnswer(number ?? undefined)}
          suffix={control.unit}
          {...(control.decimals === undefined ? {} : { decimals: control.decimals })}
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
    case "several":
      return <SeveralControl name={name} options={control.options} {...props} />;
    case "words":
      return <WordsControl name={name} {...control} {...props} />;
    case "list":
      return <ListControl {...control} {...props} />;
    case "group":
      return <GroupControl name={name} parts={control.parts} field={PartField} {...props} />;
    case "rows":
      return <RowsControl {...control} field={PartField} {...props} />;
    case "check":
      return <CheckControl name={name} check={control.check} field={PartField} {...props} />;
    case "cron":
      return <CronControl name={name} good={good} {...props} />;
    case "port":
      return <PortControl name={name} {...props} />;
    case "needs":
      return <NeedsControl {...props} />;
    case "variables":
      return <VariablesControl {...props} />;
    case "contacts":
      return <ContactsControl {...props} />;
    case "runbook":
      return <RunbookControl field={PartField} {...props} />;
    case "system":
      return <SystemControl {...props} />;
    case "json":
      return <JsonControl {...props} />;
  }
}

/** Longer than any rule allows, so that the rule says what is wrong rather than the box cutting it off. */
const MAX_TEXT = 2000;

/** A part of an answer, with a label of its own. */
function PartField({ part, name, line, value, onAnswer }: PartFieldProps) {
  const { control, hint } = part;
  const label = line === undefined ? part.label : `${part.label}, line ${line}`;
  const shown = { label, ...(hint === undefined ? {} : { hint }) };
  if (control.kind === "ports") return <PortsControl {...shown} value={value} onAnswer={onAnswer} />;
  const answer = <AnswerControl name={`${name}.${part.path}`} control={control} value={value} onAnswer={onAnswer} />;
  if (isWide(control.kind)) return <FieldGroup {...shown}>{answer}</FieldGroup>;
  return (
    <Field {...shown} custom={control.kind === "choice" || control.kind === "port"} hideLabel={line !== undefined}>
      {answer}
    </Field>
  );
}
