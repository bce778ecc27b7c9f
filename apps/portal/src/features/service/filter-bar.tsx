import { FilterToggle } from "../list/filter-toggle.tsx";
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
      <FilterToggle href={serviceFilterPath({ ...filter, mine: !filter.mine })} on={filter.mine}>
        Mine
      </FilterToggle>
      {!offPlatform && (
        <FilterToggle href={serviceFilterPath({ ...filter, notHealthy: !filter.notHealthy })} on={filter.notHealthy}>
          Not healthy
        </FilterToggle>
      )}
      <FilterToggle href={serviceFilterPath({ ...filter, offPlatform: !offPlatform })} on={offPlatform}>
        Off the platform
      </FilterToggle>
      <span role="status" className="ml-auto text-faint text-label">
        {total === 1 ? `1 ${noun}` : `${total} ${noun}s`}
      </span>
    </div>
  );
}
