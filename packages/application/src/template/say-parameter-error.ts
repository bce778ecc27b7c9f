import type { Violation } from "@fairlead/domain";
import type { ErrorObject } from "ajv/dist/2020.js";

type Words = [reason: string, remedy: string];
type Say = (params: Record<string, unknown>) => Words;

const TYPES: Record<string, string> = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of fields",
  null: "nothing",
};

/** What each keyword of JSON Schema means to somebody who answers. */
const SAY: Record<string, Say> = {
  type: ({ type }) => {
    const wanted = [type].flat().map((name) => TYPES[String(name)] ?? String(name));
    return [`is not ${wanted.join(" or ")}`, `Give ${wanted.join(" or ")}.`];
  },
  enum: ({ allowedValues }) => ["is not one of the values offered", `Choose one of ${list(allowedValues)}.`],
  const: ({ allowedValue }) => [`is not ${String(allowedValue)}`, `Write ${String(allowedValue)}.`],
  minimum: ({ limit }) => [`is below ${limit}`, `Give at least ${limit}.`],
  maximum: ({ limit }) => [`is above ${limit}`, `Give at most ${limit}.`],
  exclusiveMinimum: ({ limit }) => [`is not above ${limit}`, `Give more than ${limit}.`],
  exclusiveMaximum: ({ limit }) => [`is not below ${limit}`, `Give less than ${limit}.`],
  multipleOf: ({ multipleOf }) => [`is not a multiple of ${multipleOf}`, `Give a multiple of ${multipleOf}.`],
  minLength: ({ limit }) => [`is shorter than ${limit} characters`, `Give at least ${limit} characters.`],
  maxLength: ({ limit }) => [`is longer than ${limit} characters`, `Give at most ${limit} characters.`],
  pattern: ({ pattern }) => ["does not have the form that is asked for", `Write it so that it fits ${pattern}.`],
  minItems: ({ limit }) => [`has fewer than ${limit}`, `Give at least ${limit}.`],
  maxItems: ({ limit }) => [`has more than ${limit}`, `Give at most ${limit}.`],
  uniqueItems: () => ["has something twice", "Give each once."],
};

/** A mistake in the answers to a template's further questions, in words. Unknown keywords keep the validator's words. */
export function sayParameterError({ keyword, instancePath, params, message, parentSchema }: ErrorObject): Violation[] {
  const path = instancePath.slice(1).split("/").map(plainPart).join(".");
  const at = (name: unknown) => [path, String(name)].filter((part) => part !== "").join(".");
  if (keyword === "required") return [violation(at(params.missingProperty), ["is missing", "Answer it."])];
  if (keyword === "additionalProperties" || keyword === "unevaluatedProperties") {
    const names = list(Object.keys(Object(parentSchema?.properties)));
    const remedy =
      names === "" ? "Take it out: this template asks for nothing more." : `Take it out. There are ${names}.`;
    const unknown = params.additionalProperty ?? params.unevaluatedProperty;
    return [violation(at(unknown), ["is not something that this template asks", remedy])];
  }
  const say = SAY[keyword];
  // What a keyword around others found is told by those.
  if (say === undefined && ["if", "allOf", "$ref"].includes(keyword)) return [];
  return [violation(path, say?.(params) ?? [message ?? "is not valid", "See what the template asks."])];
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(", ") : "";
}

/** JSON pointers write `~1` for a slash. */
function plainPart(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}

function violation(path: string, [reason, remedy]: Words): Violation {
  return { path, reason, remedy, severity: "error" };
}
