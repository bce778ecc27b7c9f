import type { ReactNode } from "react";

export interface ProblemProps {
  /** What failed. */
  title: string;
  /** On what, and what to do next. */
  children: ReactNode;
  actions: ReactNode;
}

/** A page that could not be shown, said in words. */
export function Problem({ title, children, actions }: ProblemProps) {
  return (
    <div className="grid max-w-prose justify-items-start gap-4 py-8 tablet:py-16">
      <h1 className="font-page text-page">{title}</h1>
      <div className="grid gap-2 text-reading text-soft">{children}</div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
