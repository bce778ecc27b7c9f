import type { ReactNode } from "react";

/** A cell without anything to say: a dash, or a word where that is clearer. On a phone its line is left out. */
export function None({ children }: { children?: ReactNode }) {
  return (
    <span data-none className="text-faint">
      {children ?? (
        <>
          <span aria-hidden>–</span>
          <span className="sr-only">none</span>
        </>
      )}
    </span>
  );
}
