import { PlainLink } from "../action/plain-link.tsx";

export interface TabLink {
  label: string;
  href: string;
  current: boolean;
}

/** Parts of one thing, each with an address of its own: links, so that they can be sent and opened twice. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="flex gap-5 overflow-x-auto border-line border-b">
      {tabs.map(({ label: name, href, current }) => (
        <PlainLink
          key={href}
          href={href}
          {...(current ? { "aria-current": "page" } : {})}
          className="whitespace-nowrap border-transparent border-b-2 py-2 font-medium text-soft -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:text-ink touch:py-3"
        >
          {name}
        </PlainLink>
      ))}
    </nav>
  );
}
