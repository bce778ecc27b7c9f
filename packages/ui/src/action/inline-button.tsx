import type { ReactNode } from "react";

/** A button in the middle of a sentence, such as a one-press remedy. */
export function InlineButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="rounded-small font-bold text-accent underline decoration-line-strong underline-offset-3 hover:decoration-current"
    >
      {children}
    </button>
  );
}
