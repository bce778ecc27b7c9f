import { mergePatch } from "@fairlead/domain";
import type { Fix } from "../preview-view.ts";
import { type Group, isGroup, readAt } from "./path.ts";

/**
 * The declaration with what mends a violation. Where the environment in which it was found has an answer of its own,
 * that one is mended: the answer for all would change nothing there.
 */
export function applyFix(draft: Group, { patch }: Fix, environment: string): Group {
  const own = readAt(draft, `spec.environments.${environment}`);
  const { environments = {}, ...everywhere } = patch;
  const { inside, outside } = isGroup(own) ? divide(everywhere, own) : { inside: {}, outside: everywhere };
  const places = isGroup(environments) ? environments : {};
  const there = Object.keys(inside).length === 0 ? {} : { [environment]: inside };
  const whole = { ...outside, environments: mergePatch(places, there) };
  const spec = mergePatch(draft.spec, Object.keys(whole.environments ?? {}).length === 0 ? outside : whole);
  return isGroup(spec) ? { ...draft, spec } : draft;
}

/** What of a patch meets an answer that an environment has for itself, and the rest. */
function divide(patch: Group, own: Group): { inside: Group; outside: Group } {
  const parts = Object.entries(patch).map(([name, value]) => {
    const answered = Object.hasOwn(own, name) ? own[name] : undefined;
    // What is taken away is meant as it stands.
    if (answered === undefined || value === null) return { name, inside: undefined, outside: value };
    if (!isGroup(value) || !isGroup(answered)) return { name, inside: value, outside: undefined };
    const { inside, outside } = divide(value, answered);
    return { name, inside: orNothing(inside), outside: orNothing(outside) };
  });
  const collect = (side: "inside" | "outside") =>
    Object.fromEntries(parts.flatMap((part) => (part[side] === undefined ? [] : [[part.name, part[side]]])));
  return { inside: collect("inside"), outside: collect("outside") };
}

function orNothing(group: Group): Group | undefined {
  return Object.keys(group).length === 0 ? undefined : group;
}
