"use client";

import { Field as BaseField } from "@base-ui/react/field";
import { type ReactNode, useId } from "react";
import { type FieldError, FieldErrorText } from "./field-error-text.tsx";
import { LabelId } from "./label-id.ts";

export interface FieldProps {
  label: string;
  /** What a good answer looks like, or why it is asked. */
  hint?: ReactNode;
  error?: FieldError | undefined;
  /** The control is not a text box: clicking the label focuses it, but does not press it. */
  custom?: boolean;
  /** The label is read out, not shown: where a group's heading or a column says it already. */
  hideLabel?: boolean;
  children: ReactNode;
}

/** A question: label, control, hint; what is wrong stands here, with its remedy. */
export function Field({ label, hint, error, custom = false, hideLabel = false, children }: FieldProps) {
  const labelId = useId();
  const labelClass = hideLabel ? "sr-only" : "font-strong";
  return (
    <BaseField.Root invalid={error !== undefined && error.calm !== true} className="grid min-w-0 content-start gap-1">
      {custom ? (
        <BaseField.Label id={labelId} nativeLabel={false} render={<div />} className={labelClass}>
          {label}
        </BaseField.Label>
      ) : (
        <BaseField.Label id={labelId} className={labelClass}>
          {label}
        </BaseField.Label>
      )}
      <LabelId value={labelId}>{children}</LabelId>
      {error !== undefined && (
        <BaseField.Error match className={error.calm ? "text-label text-soft" : "text-bad text-label"}>
          <FieldErrorText error={error} />
        </BaseField.Error>
      )}
      {hint !== undefined && error === undefined && (
        <BaseField.Description className="text-faint text-label">{hint}</BaseField.Description>
      )}
    </BaseField.Root>
  );
}
