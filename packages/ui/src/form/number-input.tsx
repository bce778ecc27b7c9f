"use client";

import { NumberField } from "@base-ui/react/number-field";
import type { ReactNode } from "react";
import { classNames } from "../style/class-names.ts";
import { CONTROL_CLASS, CONTROL_TEXT_CLASS } from "./control-class.ts";

interface NumberInputProps {
  name: string;
  /** null while the box is empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** For the arrow keys; what is typed is never clamped, the form says what is wrong with it. */
  min?: number;
  max?: number;
  step?: number;
  suffix?: ReactNode;
  /** What holds while the box is empty. */
  placeholder?: string;
  /** Digits behind the point, at most; none if left out. */
  decimals?: number;
}

/** A number, in a Field. Digits only: a port is 50051, not 50,051. */
export function NumberInput({
  name,
  value,
  onChange,
  min,
  max,
  step,
  suffix,
  placeholder,
  decimals = 0,
}: NumberInputProps) {
  return (
    <NumberField.Root
      name={name}
      value={value}
      onValueChange={onChange}
      min={min}
      max={max}
      step={step}
      allowOutOfRange
      locale="en"
      format={{ useGrouping: false, maximumFractionDigits: decimals }}
    >
      <NumberField.Group className={CONTROL_CLASS}>
        <NumberField.Input
          {...(placeholder === undefined ? {} : { placeholder })}
          className={classNames(CONTROL_TEXT_CLASS, "font-mono text-label tabular-nums")}
        />
        {suffix !== undefined && <span className="flex-none text-faint">{suffix}</span>}
      </NumberField.Group>
    </NumberField.Root>
  );
}
