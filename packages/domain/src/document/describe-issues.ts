import type * as z from "zod";
import type { Violation } from "../violation.ts";

type Issue = z.core.$ZodIssue;

/** A message may carry its own remedy behind this mark: `reason||Remedy.` */
const MARK = "||";

const TYPE_WORDS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
  record: "a group of fields",
};

/**
 * Turns a schema's issues into violations: path, reason and remedy for each, all at once.
 */
export function describeIssues(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): Violation[] {
  return issues.flatMap((issue) => describe(issue, prefix));
}

export function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

function describe(issue: Issue, prefix: readonly PropertyKey[]): Violation[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) =>
      violation([...path, key], "is not a field that Fairlead knows", "Check the spelling, or take it out."),
    );
  }
  if (issue.code === "invalid_key") {
    return describeIssues(issue.issues as Issue[], []).map((inner) => ({ ...inner, path: dotted(path) }));
  }
  if (issue.code === "invalid_union" && !issue.message.includes(MARK)) {
    return closest(issue.errors as Issue[][], path);
  }
  const own = issue.message.indexOf(MARK);
  if (own >= 0) return [violation(path, issue.message.slice(0, own), issue.message.slice(own + MARK.length))];
  return [violation(path, ...plainWords(issue))];
}

/** Of a union's branches, the one that came furthest says best what was meant. */
function closest(branches: Issue[][], path: readonly PropertyKey[]): Violation[] {
  const best = [...branches].sort((a, b) => a.length - b.length)[0];
  return best === undefined
    ? [violation(path, "has a shape that is not offered here", "See the declaration's documentation.")]
    : describeIssues(best, path);
}

function plainWords(issue: Issue): [reason: string, remedy: string] {
  switch (issue.code) {
    case "invalid_type": {
      const wanted = TYPE_WORDS[issue.expected] ?? issue.expected;
      return issue.message.includes("received undefined")
        ? ["is missing", `Give ${wanted}.`]
        : [`is not ${wanted}`, `Give ${wanted}.`];
    }
    case "invalid_value": {
      if (issue.input === undefined) return ["is missing", `Give one of ${issue.values.map(String).join(", ")}.`];
      const values = issue.values.map(String);
      const one = values.length === 1 ? `Write ${values[0]}.` : `Choose one of ${values.join(", ")}.`;
      return ["is not one of the values offered", one];
    }
    case "too_small":
      return ["is too small", `Give at least ${issue.minimum}.`];
    case "too_big":
      return ["is too large", `Give at most ${issue.maximum}.`];
    default:
      return ["is not valid", issue.message];
  }
}

function violation(path: readonly PropertyKey[], reason: string, remedy: string): Violation {
  return { path: dotted(path), reason, remedy, severity: "error" };
}
