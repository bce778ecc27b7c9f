"use client";

import { paths } from "../../paths.ts";
import { SearchBox } from "../list/search-box.tsx";
import { type ServiceFilter, serviceFilterPath } from "./service-filter.ts";

/** Finds services, or what is off the platform, by a word. */
export function FilterBox({ filter }: { filter: ServiceFilter }) {
  const what = filter.offPlatform ? "Resources" : "Services";
  const label = `Filter ${what.toLowerCase()}`;
  return (
    <SearchBox
      what={what}
      label={label}
      placeholder={label}
      list={filter.offPlatform ? paths.resources() : paths.services()}
      text={filter.text}
      pathFor={(text) => serviceFilterPath({ ...filter, text })}
      kept={{ mine: filter.mine ? "1" : undefined, unhealthy: filter.notHealthy ? "1" : undefined }}
    />
  );
}
