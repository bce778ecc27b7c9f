import type { Answers } from "../../answers.ts";

export type ImpactPage = Answers["template"]["impact"];

/** What is known so far of a new version's effects on all services. */
export type Impact = Omit<ImpactPage, "next"> & { complete: boolean };

/** Adds a page of services to those before it: equal changes join their group, the largest group first. */
export function mergeImpact(before: Impact | undefined, { next, ...page }: ImpactPage): Impact {
  const complete = next === undefined;
  if (before === undefined) return { ...page, groups: largestFirst(page.groups), complete };
  return {
    asOf: before.asOf,
    total: page.total,
    looked: before.looked + page.looked,
    unchanged: before.unchanged + page.unchanged,
    notCompared: [...before.notCompared, ...page.notCompared],
    groups: largestFirst(joined(before.groups, page.groups)),
    verdicts: largestFirst(joined(before.verdicts, page.verdicts)),
    complete,
  };
}

interface Grouped {
  key: string;
  places: { service: string; environment: string; cluster: string }[];
}

function joined<Group extends Grouped>(before: readonly Group[], more: readonly Group[]): Group[] {
  const groups = new Map(before.map((group) => [group.key, group]));
  for (const group of more) {
    const known = groups.get(group.key);
    groups.set(group.key, known === undefined ? group : { ...known, places: [...known.places, ...group.places] });
  }
  return [...groups.values()];
}

function largestFirst<Group extends Grouped>(groups: readonly Group[]): Group[] {
  return groups.toSorted((a, b) => b.places.length - a.places.length);
}

/** `3 services: cart, checkout, email`, however many places each has. */
export function servicesIn(places: Grouped["places"]): string[] {
  return [...new Set(places.map(({ service }) => service))];
}
