"use client";

import { Checkbox } from "@fairlead/ui";
import type { Option } from "../form/question.ts";
import type { AnswerProps } from "./answer-props.ts";

export interface SeveralControlProps extends AnswerProps {
  name: string;
  options: readonly Option[];
}

/** Any number of a few, in the order in which they are offered. */
export function SeveralControl({ name, options, value, onAnswer }: SeveralControlProps) {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <div className="flex flex-wrap gap-x-5">
      {options.map((option) => (
        <Checkbox
          key={String(option.value)}
          name={`${name}.${option.value}`}
          checked={chosen.includes(option.value)}
          onChange={(checked) => {
            const next = options
              .map((each) => each.value)
              .filter((each) => (each === option.value ? checked : chosen.includes(each)));
            onAnswer(next.length === 0 ? undefined : next);
          }}
        >
          {option.label}
        </Checkbox>
      ))}
    </div>
  );
}
