"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";

export interface SegmentsProps {
  name: string;
  /** The id of the words that ask. */
  labelledBy: string;
  choices: readonly { value: string; label: string }[];
  /** null while nothing is chosen. */
  value: string | null;
  onChange: (value: string) => void;
  invalid?: boolean;
}

/** One of two or three short answers, side by side. */
export function Segments({ name, labelledBy, choices, value, onChange, invalid = false }: SegmentsProps) {
  return (
    <RadioGroup
      name={name}
      aria-labelledby={labelledBy}
      {...(invalid ? { "aria-invalid": true } : {})}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      className={`flex flex-none overflow-clip rounded-control border bg-surface ${invalid ? "border-bad" : "border-edge"}`}
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice.value}
          value={choice.value}
          className="grid h-8 min-w-14 cursor-pointer place-items-center border-line-strong border-l px-3 font-strong text-label -outline-offset-2 first:border-l-0 hover:bg-ground data-checked:bg-accent-soft data-checked:text-accent-strong touch:h-11"
        >
          {choice.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
