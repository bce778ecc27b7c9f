import type { ReactNode } from "react";

/** A key to press. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-small border border-line bg-surface px-1.25 text-center font-medium font-sans text-faint text-tiny leading-4.5">
      {children}
    </kbd>
  );
}
