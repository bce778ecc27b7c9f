import { type Group, isGroup, readAt, writeAt } from "./path.ts";

/**
 * The declaration without answers to questions that are not asked, for all environments and for each: what a form hides
 * is never submitted.
 */
export function stripUnasked(draft: Group, unasked: ReadonlySet<string>): Group {
  return [...unasked].reduce((next, path) => {
    const everywhere = writeAt(next, path, undefined);
    const inside = path.replace(/^spec\./, "");
    return environmentsIn(everywhere).reduce((each, environment) => {
      const place = `spec.environments.${environment}`;
      const own = readAt(each, place);
      // The environment itself stays, also with nothing left in it: the service runs there.
      return isGroup(own) ? writeAt(each, place, writeAt(own, inside, undefined)) : each;
    }, everywhere);
  }, draft);
}

function environmentsIn(draft: Group): string[] {
  const environments = readAt(draft, "spec.environments");
  return isGroup(environments) ? Object.keys(environments) : [];
}
