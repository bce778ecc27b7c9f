import { type ReactNode, useId } from "react";
import { type FieldError, FieldErrorText } from "./field-error-text.tsx";

export interface FieldGroupProps {
  label: string;
  hint?: ReactNode;
  error?: FieldError | undefined;
  /** Fields, each with a label of its own. */
  children: ReactNode;
}

/** A question whose answer has several parts. */
export function FieldGroup({ label, hint, error, children }: FieldGroupProps) {
  const id = useId();
  const note = error === undefined ? hint : <FieldErrorText error={error} />;
  return (
    <fieldset {...(note === undefined ? {} : { "aria-describedby": id })} className="grid min-w-0 content-start gap-2">
      <legend className="mb-1 font-strong">{label}</legend>
      {children}
      {note !== undefined && (
        <div
          id={id}
          className={
            error === undefined ? "text-faint text-label" : error.calm ? "text-label text-soft" : "text-bad text-label"
          }
        >
          {note}
        </div>
      )}
    </fieldset>
  );
}
