import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

/** What most people do not need: the browser's own, so it opens without a script. */
export function Disclosure({
  summary,
  children,
  open,
}: {
  summary: ReactNode;
  children: ReactNode;
  open?: boolean | undefined;
}) {
  return (
    <details className="[&[open]>summary>svg]:rotate-90" {...(open === undefined ? {} : { open })}>
      <summary className="flex min-h-8 cursor-pointer list-none items-center gap-2 rounded-control font-strong text-soft hover:text-ink touch:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden size={16} strokeWidth={1.75} className="flex-none transition-transform" />
        {summary}
      </summary>
      <div className="grid gap-4 pt-3">{children}</div>
    </details>
  );
}
