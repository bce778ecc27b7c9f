import type { ReactNode } from "react";

export interface EmptyStateProps {
  /** One sentence on what belongs here. */
  children: ReactNode;
  /** One button. */
  action?: ReactNode;
}

export function EmptyState({ children, action }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-4 px-6 py-12 text-center">
      <p className="max-w-prose text-reading text-soft">{children}</p>
      {action}
    </div>
  );
}
