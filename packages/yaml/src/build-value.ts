import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from "yaml";
import { type ParsedDocument, tooDeep, tooMany } from "./compose-documents.ts";
import { findControlCharacter, nameOfCharacter } from "./find-control-character.ts";
import type { YamlLimits } from "./yaml-limits.ts";
import type { RawProblem } from "./yaml-problem.ts";

/** What an alias stands for, found once while the value is built and needed again to find positions. */
export type AliasTargets = ReadonlyMap<Alias, Node>;

export interface BuiltDocument {
  value: unknown;
  targets: AliasTargets;
  problems: RawProblem[];
}

// `0644` is 420 to the reader inside Kubernetes and 644 to a YAML 1.2 reader.
const LEADING_ZERO = /^[-+]?0[0-9]/;
const INTEGER = /^[-+]?[0-9]+$|^0[xo]/;

class TooMuch extends Error {
  readonly problem: RawProblem;
  constructor(problem: RawProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

/**
 * Turns a parsed document into plain JSON values: only null, booleans, numbers, strings, arrays and objects, each its
 * own copy even where the text uses aliases. `budget.nodes` is shared by the documents of one text.
 */
export function buildValue(document: ParsedDocument, limits: YamlLimits, budget: { nodes: number }): BuiltDocument {
  const builder = new ValueBuilder(limits, budget);
  try {
    return { value: builder.build(document.contents, 1), targets: builder.targets, problems: builder.problems };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { value: undefined, targets: builder.targets, problems: [...builder.problems, error.problem] };
  }
}

class ValueBuilder {
  readonly problems: RawProblem[] = [];
  readonly targets = new Map<Alias, Node>();
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  readonly #limits: YamlLimits;
  readonly #budget: { nodes: number };
  #aliases = 0;

  constructor(limits: YamlLimits, budget: { nodes: number }) {
    this.#limits = limits;
    this.#budget = budget;
  }

  build(node: unknown, depth: number): unknown {
    this.#budget.nodes += 1;
    if (this.#budget.nodes > this.#limits.maxNodes) throw new TooMuch(tooMany(startOf(node), this.#limits));
    if (depth > this.#limits.maxDepth) throw new TooMuch(tooDeep(startOf(node), this.#limits));
    if (isAlias(node)) return this.#follow(node, depth);
    if (isScalar(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
      return this.#scalar(node);
    }
    if (!isMap(node) && !isSeq(node)) return null;
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    this.#open.add(node);
    const value = isMap(node) ? this.#map(node.items, depth) : node.items.map((item) => this.build(item, depth + 1));
    this.#open.delete(node);
    return value;
  }

  #follow(alias: Alias, depth: number): unknown {
    this.#aliases += 1;
    if (this.#aliases > this.#limits.maxAliases) {
      throw new TooMuch({
        offset: startOf(alias),
        reason: `There are more than ${this.#limits.maxAliases} aliases in this document.`,
        remedy: "Write the repeated parts out.",
      });
    }
    const target = this.targets.get(alias) ?? this.#anchors.get(alias.source);
    if (target === undefined) {
      return this.#refuse(
        alias,
        `Nothing above is called &${shown(alias.source)}.`,
        "Put text that starts with * in quotes.",
      );
    }
    if (this.#open.has(target)) {
      return this.#refuse(
        alias,
        `The alias *${shown(alias.source)} stands inside of what it repeats.`,
        "Write that part out.",
      );
    }
    this.targets.set(alias, target);
    return this.build(target, depth);
  }

  #map(pairs: readonly Pair[], depth: number): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    for (const pair of pairs) {
      const key = isScalar(pair.key) ? this.#key(pair.key) : undefined;
      if (key === undefined) {
        if (!isScalar(pair.key)) this.#refuse(pair.key, "A key is not a plain word.", "Use text as a key.");
        continue;
      }
      if (Object.hasOwn(value, key)) {
        this.#refuse(pair.key, `The key \`${shown(key)}\` stands twice in the same map.`, "Keep one of them.");
        continue;
      }
      value[key] = this.build(pair.value, depth + 1);
    }
    return value;
  }

  #key(node: Scalar): string | undefined {
    const key = String(node.value ?? "");
    if (key === "<<" && node.type === "PLAIN") {
      this.#refuse(node, "Merge keys (<<) are not read.", "Write the fields out.");
      return undefined;
    }
    if (key === "__proto__") {
      this.#refuse(node, "`__proto__` cannot be used as a key.", "Choose another name.");
      return undefined;
    }
    this.#text(node, key);
    return key;
  }

  #scalar(node: Scalar): unknown {
    const { value } = node;
    if (typeof value === "string") return this.#text(node, value);
    if (typeof value !== "number") return value ?? null;
    const source = node.source ?? "";
    if (!Number.isFinite(value)) {
      return this.#refuse(
        node,
        `${shown(source)} is not a number that JSON knows.`,
        "Write a finite number, or put it in quotes.",
      );
    }
    if (LEADING_ZERO.test(source) && INTEGER.test(source)) {
      return this.#refuse(
        node,
        `${shown(source)} means different numbers to different readers, because it starts with a zero.`,
        "Write it without the zero (a file mode 0644 is 420), or put it in quotes.",
      );
    }
    if (INTEGER.test(source) && !Number.isSafeInteger(value)) {
      return this.#refuse(node, `The number ${shown(source)} is too large to be kept exactly.`, "Put it in quotes.");
    }
    return value;
  }

  #text(node: Scalar, text: string): string {
    if (this.#limits.escapedControls) return text;
    const at = findControlCharacter(text);
    if (at >= 0) {
      this.#refuse(node, `The text holds the control character ${nameOfCharacter(text, at)}.`, "Remove it.");
    }
    return text;
  }

  #refuse(node: unknown, reason: string, remedy: string): null {
    this.problems.push({ offset: startOf(node), reason, remedy });
    return null;
  }
}

function startOf(node: unknown): number {
  const range = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return range?.[0] ?? 0;
}

/** A piece of the text for a message: never longer than a line. */
function shown(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
