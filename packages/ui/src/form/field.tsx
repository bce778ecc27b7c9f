"use client";

import { Field as BaseField } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { InlineButton } from "../action/inline-button.tsx";

export interface FieldError {
  reason: string;
  /** What mends it, with one press. */
  fix?: { label: string; onFix: () => void } | undefined;
  /** What to do about it, where no button can. */
  remedy?: string | undefined;
}

export interface FieldProps {
  label: string;
  /** What a good answer looks like, or why it is asked. */
  hint?: ReactNode;
  error?: FieldError | undefined;
  /** The control is not a text box: clicking the label focuses it, but does not press it. */
  custom?: boolean;
  children: ReactNode;
}

/** A question: label, control, hint; what is wrong stands here, with its remedy. */
export function Field({ label, hint, error, custom = false, children }: FieldProps) {
  const labelClass = "font-strong";
  return (
    <BaseField.Root invalid={error !== undefined} className="grid min-w-0 content-start gap-1">
      {custom ? (
        <BaseField.Label nativeLabel={false} render={<div />} className={labelClass}>
          {label}
        </BaseField.Label>
      ) : (
        <BaseField.Label className={labelClass}>{label}</BaseField.Label>
      )}
      {children}
      {error !== undefined && (
        <BaseField.Error match className="text-bad text-label">
          {error.reason}
          {error.remedy !== undefined && ` ${error.remedy}`}{" "}
          {error.fix !== undefined && <InlineButton onClick={error.fix.onFix}>{error.fix.label}</InlineButton>}
        </BaseField.Error>
      )}
      {hint !== undefined && error === undefined && (
        <BaseField.Description className="text-faint text-label">{hint}</BaseField.Description>
      )}
    </BaseField.Root>
  );
}
