import type { ReactNode } from "react";

export interface CheckboxProps {
  name: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}

/** Yes or no: the browser's own box, its words part of what can be pressed. */
export function Checkbox({ name, checked, onChange, children }: CheckboxProps) {
  return (
    <label className="flex min-h-8 cursor-pointer items-center gap-2.5 touch:min-h-11">
      <input
        type="checkbox"
        name={name}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
        className="size-4 flex-none accent-accent"
      />
      <span>{children}</span>
    </label>
  );
}
