import { classNames, PlainLink } from "@fairlead/ui";

export interface FilterToggleProps {
  /** The list with it switched over. */
  href: string;
  on: boolean;
  children: string;
}

/** Narrows a list to some of it, and back. All of it stands in the address, so a view can be sent to somebody. */
export function FilterToggle({ href, on, children }: FilterToggleProps) {
  return (
    <PlainLink
      href={href}
      {...(on ? { "aria-current": "true" as const } : {})}
      className={classNames(
        "inline-flex h-8 items-center rounded-control border px-3 font-strong text-label touch:h-11",
        on ? "border-accent bg-accent-soft text-accent-strong" : "border-line-strong bg-surface hover:border-edge",
      )}
    >
      {children}
    </PlainLink>
  );
}
