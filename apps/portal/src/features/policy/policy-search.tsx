"use client";

import { paths } from "../../paths.ts";
import { SearchBox } from "../list/search-box.tsx";
import { type PolicyFilter, policyFilterPath } from "./policy-filter.ts";

/** Finds policies by a word or a control, among those that are shown otherwise. */
export function PolicySearch({ filter }: { filter: PolicyFilter }) {
  return (
    <SearchBox
      what="Policies"
      label="Filter policies"
      placeholder="A word, or a control such as CIS 5.2"
      list={paths.policies()}
      text={filter.text}
      pathFor={(text) => policyFilterPath({ ...filter, text })}
      kept={{
        stage: filter.stage,
        broken: filter.broken ? "1" : undefined,
        differing: filter.differing ? "1" : undefined,
      }}
    />
  );
}
