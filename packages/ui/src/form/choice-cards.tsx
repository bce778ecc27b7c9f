"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";

export interface Choice {
  value: string;
  title: string;
  detail: string;
}

interface ChoiceCardsProps {
  name: string;
  /** What is chosen, such as “Template”. */
  label: string;
  choices: readonly Choice[];
  value: string | null;
  onChange: (value: string) => void;
}

/** One of a few, each with a line that says what it is for. */
export function ChoiceCards({ name, label, choices, value, onChange }: ChoiceCardsProps) {
  return (
    <RadioGroup
      name={name}
      aria-label={label}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      className="grid gap-2 tablet:grid-cols-3"
    >
      {choices.map((choice) => (
        <Radio.Root
          key={choice.value}
          value={choice.value}
          className="grid cursor-pointer content-start rounded-field border border-line-strong bg-surface px-3 py-2.5 text-left transition-colors hover:border-edge data-checked:border-accent data-checked:bg-accent-soft data-checked:inset-ring data-checked:inset-ring-accent"
        >
          <span className="font-bold">{choice.title}</span>
          <span className="text-faint text-label">{choice.detail}</span>
        </Radio.Root>
      ))}
    </RadioGroup>
  );
}
