import { type Group, isGroup, readAt, writeAt } from "../declare/draft/path.ts";

/** The document without addresses of which nothing is left, so that an emptied line is no address. */
export function cleanResource(draft: Group): Record<string, unknown> {
  const environments = readAt(draft, "spec.environments");
  const given = Object.entries(isGroup(environments) ? environments : {}).filter(
    ([, address]) => isGroup(address) && Object.keys(address).length > 0,
  );
  return { ...writeAt(draft, "spec.environments", given.length === 0 ? undefined : Object.fromEntries(given)) };
}
