import { InlineButton } from "../action/inline-button.tsx";

export interface FieldError {
  reason: string;
  /** What mends it, with one press. */
  fix?: { label: string; onFix: () => void } | undefined;
  /** What to do about it, where no button can. */
  remedy?: string | undefined;
}

/** What is wrong with an answer, and what mends it. */
export function FieldErrorText({ error: { reason, remedy, fix } }: { error: FieldError }) {
  return (
    <>
      {reason}
      {remedy !== undefined && ` ${remedy}`}{" "}
      {fix !== undefined && <InlineButton onClick={fix.onFix}>{fix.label}</InlineButton>}
    </>
  );
}
