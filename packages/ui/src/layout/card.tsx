import type { ReactNode } from "react";
import { classNames } from "../style/class-names.ts";

export interface CardProps {
  /** The card's heading; with it the card is a region that can be jumped to. */
  title?: ReactNode;
  /** Beside the heading: an age, a state, a count. */
  aside?: ReactNode;
  /** For a heading in small type, as over an owner. */
  quietTitle?: boolean;
  /** Where the content brings its own edges, such as a table. */
  flush?: boolean;
  /** The card that the page is about. */
  marked?: boolean;
  children?: ReactNode;
  footer?: ReactNode;
}

/** A surface with one subject. Inside it, lines instead of boxes. */
export function Card({ title, aside, quietTitle = false, flush = false, marked = false, children, footer }: CardProps) {
  const headed = title !== undefined || aside !== undefined;
  return (
    <section
      className={classNames(
        "flex min-w-0 flex-col overflow-clip rounded-surface border bg-surface shadow-surface",
        marked ? "border-accent" : "border-line",
      )}
    >
      {headed && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-4 pb-3">
          <h2 className={quietTitle ? "text-faint text-label" : "font-bold text-heading"}>{title}</h2>
          {aside !== undefined && <div className="text-faint text-label">{aside}</div>}
        </div>
      )}
      {children !== undefined && (
        <div className={flush ? "min-w-0" : classNames("min-w-0 flex-1 px-4 pb-4", !headed && "pt-4")}>{children}</div>
      )}
      {footer !== undefined && (
        <div className="mt-auto flex min-h-11.25 items-center justify-between gap-x-4 border-line border-t px-4 py-2">
          {footer}
        </div>
      )}
    </section>
  );
}
