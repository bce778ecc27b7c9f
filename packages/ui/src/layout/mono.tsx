import type { ReactNode } from "react";

/** A name, a version, a digest: what may be copied letter by letter. */
export function Mono({ children }: { children: ReactNode }) {
  return <code className="break-words font-mono text-label">{children}</code>;
}
