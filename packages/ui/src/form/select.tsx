"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { useContext } from "react";
import { CONTROL_CLASS } from "./control-class.ts";
import { LabelId } from "./label-id.ts";

export interface SelectOption {
  value: string;
  label: string;
  /** A second line in the list. */
  hint?: string;
}

export interface SelectProps {
  name: string;
  options: readonly SelectOption[];
  value: string | null;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Its accessible name where no Field stands around it. */
  "aria-label"?: string;
}

/** One of several, in a Field with `custom`. */
export function Select({ name, options, value, onChange, placeholder = "Choose", ...rest }: SelectProps) {
  const labelId = useContext(LabelId);
  return (
    <BaseSelect.Root
      name={name}
      items={options}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      modal={false}
    >
      <BaseSelect.Trigger
        {...(labelId === undefined ? rest : { "aria-labelledby": labelId })}
        className={`${CONTROL_CLASS} w-full justify-between text-left data-invalid:border-bad`}
      >
        <BaseSelect.Value className="truncate data-placeholder:text-faint" placeholder={placeholder} />
        <BaseSelect.Icon>
          <ChevronDown aria-hidden size={16} strokeWidth={1.75} className="text-faint" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-30">
          <BaseSelect.Popup className="min-w-(--anchor-width) max-w-[calc(100vw-2rem)] rounded-field border border-line bg-surface p-1 shadow-raised">
            <BaseSelect.List className="max-h-(--available-height) overflow-y-auto">
              {options.map(({ value: key, label, hint }) => (
                <BaseSelect.Item
                  key={key}
                  value={key}
                  className="grid cursor-default grid-cols-[1fr_1rem] items-center gap-x-3 rounded-control px-2.5 py-1.5 outline-none data-highlighted:bg-accent-soft touch:min-h-11"
                >
                  <BaseSelect.ItemText>{label}</BaseSelect.ItemText>
                  <BaseSelect.ItemIndicator className="text-accent">
                    <Check aria-hidden size={16} strokeWidth={1.9} />
                  </BaseSelect.ItemIndicator>
                  {hint !== undefined && <span className="col-start-1 text-faint text-label">{hint}</span>}
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
