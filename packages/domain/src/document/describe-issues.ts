import type * as z from "zod";
import type { Violation } from "../violation.ts";
import { type AnySchema, knownFields } from "./known-fields.ts";
import { nearestName } from "./nearest-name.ts";

type Issue = z.core.$ZodIssue;

/** A message may carry its own remedy behind this mark: `reason||Remedy.` */
const MARK = "||";

/** A document with more mistakes than this is not the document that was meant; the rest is counted. */
const MOST = 50;

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
 * Turns a schema's issues into violations: path, reason and remedy for each, all at once. With the schema it can also
 * say which field a misspelt one was meant to be.
 */
export function describeIssues(
  issues: readonly Issue[],
  prefix: readonly PropertyKey[] = [],
  schema?: AnySchema,
): Violation[] {
  const all = issues.flatMap((issue) => describe(issue, prefix, schema));
  if (all.length <= MOST) return all;
  const more = `has ${all.length - MOST} more mistakes like these`;
  return [...all.slice(0, MOST), violation(prefix, more, "Mend the first ones, then look again.")];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a name from outside must not steer somebody's terminal
const UNSHOWABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const LONGEST_NAME = 80;

/** A path as people read it: `spec.ports.0.name`. Names from outside are cut and made harmless. */
export function dotted(path: readonly PropertyKey[]): string {
  return path
    .map((part) => {
      const name = String(part).replace(UNSHOWABLE, "\ufffd");
      return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name;
    })
    .join(".");
}

function describe(issue: Issue, prefix: readonly PropertyKey[], schema: AnySchema | undefined): Violation[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const known = schema === undefined ? [] : knownFields(schema, issue.path);
    return issue.keys.map((key) => unknownField([...path, key], key, known));
  }
  if (issue.code === "invalid_key") {
    return issue.issues
      .flatMap((inner) => describe(inner, [], undefined))
      .map((inner) => ({
        ...inner,
        path: dotted(path),
      }));
  }
  if (issue.code === "invalid_union") {
    const meant = branchMeant(issue.errors);
    if (meant !== undefined) {
      return meant.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] }, prefix, schema));
    }
  }
  const own = issue.message.indexOf(MARK);
  if (own >= 0) return [violation(path, issue.message.slice(0, own), issue.message.slice(own + MARK.length))];
  return [violation(path, ...plainWords(issue))];
}

function unknownField(path: readonly PropertyKey[], key: string, known: readonly string[]): Violation {
  const nearest = nearestName(key, known);
  const remedy =
    nearest !== undefined
      ? `Did you mean ${nearest}?`
      : known.length > 0 && known.length <= 12
        ? `Take it out. There are ${known.join(", ")}.`
        : "Check the spelling, or take it out.";
  return violation(path, "is not a field that Fairlead knows", remedy);
}

/**
 * Of a union's shapes the one that was meant: it has the right form, and the fields that tell it from the others are
 * there, so that only details are wrong. `undefined` where no shape is recognisable.
 */
function branchMeant(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return branches
    .filter((issues) =>
      issues.every((issue) => {
        if (issue.path.length === 0) return issue.code === "unrecognized_keys";
        return issue.path.length > 1 || issue.input !== undefined || issue.code !== "invalid_type";
      }),
    )
    .sort((a, b) => a.length - b.length)[0];
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
    case "invalid_union":
      return ["has a shape that is not offered here", "See the declaration's documentation."];
    case "too_small":
      return [issue.origin === "array" ? "is too short" : "is too small", `Give at least ${issue.minimum}.`];
    case "too_big":
      return [issue.origin === "array" ? "is too long" : "is too large", `Give at most ${issue.maximum}.`];
    default:
      return ["is not valid", issue.message];
  }
}

function violation(path: readonly PropertyKey[], reason: string, remedy: string): Violation {
  return { path: dotted(path), reason, remedy, severity: "error" };
}
