import { classNames, PlainLink } from "@fairlead/ui";
import { FilterBox } from "./filter-box.tsx";
import { type ServiceFilter, serviceFilterPath } from "./service-filter.ts";

export interface FilterBarProps {
  filter: ServiceFilter;
  /** How many match. */
  total: number;
}

/** Narrows the list. All of it stands in the address, so a view can be sent to somebody. */
export function FilterBar({ filter, total }: FilterBarProps) {
  const { offPlatform = false } = filter;
  const noun = offPlatform ? "resource" : "service";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <FilterBox filter={filter} />
      <Toggle href={serviceFilterPath({ ...filter, mine: !filter.mine })} on={filter.mine}>
        Mine
      </Toggle>
      {!offPlatform && (
        <Toggle href={serviceFilterPath({ ...filter, notHealthy: !filter.notHealthy })} on={filter.notHealthy}>
          Not healthy
        </Toggle>
      )}
      <Toggle href={serviceFilterPath({ ...filter, offPlatform: !offPlatform })} on={offPlatform}>
        Off the platform
      </Toggle>
      <span role="status" className="ml-auto text-faint text-label">
        {total === 1 ? `1 ${noun}` : `${total} ${noun}s`}
      </span>
    </div>
  );
}

function Toggle({ href, on, children }: { href: string; on: boolean; children: string }) {
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
