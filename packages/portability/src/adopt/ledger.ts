import { credentialIn, type KubernetesObject } from "@fairlead/domain";
import { leavesOf } from "@fairlead/manifests";

export const OUTCOMES = ["understood", "changed", "left"] as const;

/**
 * What became of a field: a declaration says it (`understood`), Fairlead sets it in its own way (`changed`), or nothing
 * in a declaration says it (`left`).
 */
export type Outcome = (typeof OUTCOMES)[number];

/** What became of a part, and what that means. */
export type Verdict = readonly [outcome: Outcome, words: string];

/** One field of a manifest and what became of it. */
export interface Finding {
  /** `Deployment/checkout`. */
  object: string;
  /** Dotted, such as `spec.replicas`. */
  path: string;
  /** As it is there; values of secrets are not shown. */
  value: unknown;
  outcome: Outcome;
  /** What that means, as a sentence. */
  words: string;
}

/** Keeps account of every field of every object, so that none is dropped without a word. */
export interface Ledger {
  /** Says what became of everything at and below a path that nothing was said about yet. */
  say(object: KubernetesObject, path: string, outcome: Outcome, words: string): void;
  /** Every field, in the order of the objects; what nobody spoke of is `left`. */
  findings(): Finding[];
}

const UNSAID = "Nothing in a declaration says this.";

export function ledger(objects: readonly KubernetesObject[]): Ledger {
  const said = new Map(objects.map((object) => [object, new Map<string, { outcome: Outcome; words: string }>()]));
  return {
    say(object, path, outcome, words) {
      const paths = said.get(object);
      // What is said of a part before is not taken back by what is said of the whole.
      if (paths !== undefined && !paths.has(path)) paths.set(path, { outcome, words });
    },
    findings() {
      return objects.flatMap((object) =>
        leavesOf(object).map(({ path, value }): Finding => {
          const verdict = nearest(said.get(object), path) ?? { outcome: "left", words: UNSAID };
          return {
            object: `${object.kind}/${object.metadata.name}`,
            path,
            value: shown(object, path, value),
            ...verdict,
          };
        }),
      );
    },
  };
}

const HIDDEN = "(not shown)";

/** Secrets are not given back, nor what looks like one. */
function shown({ kind }: KubernetesObject, path: string, value: unknown): unknown {
  const isSecret = kind === "Secret" && /^(data|stringData|metadata\.annotations)\b/.test(path);
  return isSecret || (typeof value === "string" && credentialIn(value) !== undefined) ? HIDDEN : value;
}

/** What was said of the field itself, else of the smallest part that holds it. */
function nearest<Said>(paths: ReadonlyMap<string, Said> | undefined, path: string): Said | undefined {
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
    const verdict = paths?.get(at);
    if (verdict !== undefined || at === "") return verdict;
  }
}
