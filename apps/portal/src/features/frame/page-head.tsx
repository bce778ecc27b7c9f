import { TextLink } from "@fairlead/ui";
import type { ReactNode } from "react";

export interface PageHeadProps {
  /** What the page is about. */
  title: string;
  /** How it is; stands beside its name. */
  state?: ReactNode;
  /** The way here, such as Services / checkout. */
  trail?: readonly { label: string; href: string }[];
  description?: ReactNode;
  /** Short facts under the description. */
  facts?: ReactNode;
  /** What can be done; one of them primary, and last. */
  actions?: ReactNode;
}

/** The head of every page: what it is about, how that is, what can be done. */
export function PageHead({ title, state, trail = [], description, facts, actions }: PageHeadProps) {
  return (
    <div className="grid gap-2">
      {trail.length > 0 && (
        <nav aria-label="Trail" className="flex flex-wrap gap-x-1.5 text-faint text-label">
          {trail.map(({ label, href }, index) => (
            <span key={href} className="flex gap-x-1.5">
              {index > 0 && <span aria-hidden>/</span>}
              <TextLink href={href}>{label}</TextLink>
            </span>
          ))}
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="grid min-w-0 gap-1.5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 break-words font-page text-page tracking-[-0.015em]">{title}</h1>
            {state}
          </div>
          {description !== undefined && <p className="max-w-prose text-reading text-soft">{description}</p>}
          {facts !== undefined && (
            <div className="flex flex-wrap items-center gap-2 text-faint text-label">{facts}</div>
          )}
        </div>
        {actions !== undefined && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </div>
  );
}
