import { CircleDashed } from "lucide-react";
import { InlineButton } from "../action/inline-button.tsx";

export interface FieldError {
  reason: string;
  /** What mends it, with one press. */
  fix?: { label: string; onFix: () => void } | undefined;
  /** What to do about it, where no button can. */
  remedy?: string | undefined;
  /** It has to be settled, but nobody has answered yet: said without alarm. */
  calm?: boolean | undefined;
}

/** What is wrong with an answer, and what mends it. */
export function FieldErrorText({ error: { reason, remedy, fix, calm = false } }: { error: FieldError }) {
  return (
    <>
      {calm && <CircleDashed aria-hidden size={14} strokeWidth={1.9} className="-mt-0.5 mr-1.5 inline" />}
      {reason}
      {remedy !== undefined && ` ${remedy}`}{" "}
      {fix !== undefined && <InlineButton onClick={fix.onFix}>{fix.label}</InlineButton>}
    </>
  );
}
