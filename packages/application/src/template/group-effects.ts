import type { Violation } from "@fairlead/domain";
import { canonicalJson } from "@fairlead/manifests";
import { isNoteOfVersion, type TemplateEffect } from "./compare-templates.ts";

/** A service in one place. */
interface ImpactPlace {
  service: string;
  environment: string;
  cluster: string;
}

/** Places where a new version changes the same things in the same way. */
export interface ImpactGroup {
  /** Equal for equal changes, whichever page they come with. */
  key: string;
  words: string[];
  /** How many objects change in each place, by kind. */
  kinds: { kind: string; change: "added" | "removed" | "changed"; count: number }[];
  places: ImpactPlace[];
}

/** Something that is wrong with the new version and is not now, or the other way round. */
export interface ImpactVerdict {
  key: string;
  verdict: "fails then" | "passes then";
  policy?: string;
  path: string;
  reason: string;
  remedy: string;
  places: ImpactPlace[];
}

export interface ServiceEffect {
  service: string;
  effect: TemplateEffect;
}

/** Sorts the effects of a version into groups of equal changes. Names of a service do not make a difference. */
export function groupEffects(effects: readonly ServiceEffect[], digest: (text: string) => string): ImpactGroup[] {
  const groups = new Map<string, ImpactGroup>();
  for (const { service, effect } of effects) {
    const changes = effect.changes.filter((change) => !isNoteOfVersion(change));
    if (changes.length === 0) continue;
    const text = canonicalJson(changes.map(({ kind, name, change, leaves }) => [kind, name, change, leaves]));
    const key = digest(text.replaceAll(effect.namespace, "{namespace}").replaceAll(service, "{service}"));
    const group = groups.get(key) ?? { key, words: effect.words, kinds: kindsOf(changes), places: [] };
    group.places.push(placeOf(service, effect));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function kindsOf(changes: TemplateEffect["changes"]): ImpactGroup["kinds"] {
  const counts = new Map<string, ImpactGroup["kinds"][number]>();
  for (const { kind, change } of changes) {
    const entry = counts.get(`${kind} ${change}`) ?? { kind, change, count: 0 };
    counts.set(`${kind} ${change}`, { ...entry, count: entry.count + 1 });
  }
  return [...counts.values()];
}

export function groupVerdicts(effects: readonly ServiceEffect[]): ImpactVerdict[] {
  const verdicts = new Map<string, ImpactVerdict>();
  const add = (verdict: ImpactVerdict["verdict"], violation: Violation, place: ImpactPlace) => {
    const { policy, path, reason, remedy } = violation;
    const key = `${verdict} ${policy ?? path} ${reason.replaceAll(place.service, "{service}")}`;
    const known = verdicts.get(key) ?? {
      key,
      verdict,
      path,
      reason,
      remedy,
      places: [],
      ...(policy === undefined ? {} : { policy }),
    };
    known.places.push(place);
    verdicts.set(key, known);
  };
  for (const { service, effect } of effects) {
    for (const violation of effect.failing) add("fails then", violation, placeOf(service, effect));
    for (const violation of effect.mended) add("passes then", violation, placeOf(service, effect));
  }
  return [...verdicts.values()];
}

function placeOf(service: string, { environment, cluster }: TemplateEffect): ImpactPlace {
  return { service, environment, cluster };
}
