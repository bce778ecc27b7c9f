import { charge, chargeText } from "../meter.ts";
import { sizeOf } from "../values/size-of.ts";
import { evaluationError } from "./library.ts";

const VERB = /%(?:\.(\d+))?(.)/gsu;

/** `"%s has %d of %.2f".format([…])`, with the verbs s, d, f, e, b, o, x, X and %. */
export function formatText(template: string, values: unknown[]): string {
  chargeText(template.length);
  charge(sizeOf(values));
  let next = 0;
  const text = template.replace(VERB, (_, precision: string | undefined, verb: string) => {
    if (verb === "%") return "%";
    if (next >= values.length) throw evaluationError(`index ${next} out of range`);
    const value = values[next];
    next += 1;
    const shown = formatOne(verb, precision === undefined ? 6 : Number(precision), value);
    chargeText(shown.length);
    return shown;
  });
  return text;
}

function formatOne(verb: string, precision: number, value: unknown): string {
  switch (verb) {
    case "s":
      return toText(value);
    case "d":
      return whole(verb, value).toString();
    case "b":
      return typeof value === "boolean" ? (value ? "1" : "0") : whole(verb, value).toString(2);
    case "o":
      return whole(verb, value).toString(8);
    case "x":
    case "X": {
      const digits = typeof value === "string" ? hexOf(new TextEncoder().encode(value)) : hexDigits(verb, value);
      return verb === "X" ? digits.toUpperCase() : digits;
    }
    case "f":
      return decimal(verb, value).toFixed(Math.min(precision, 100));
    case "e":
      // Go writes at least two digits of the exponent.
      return decimal(verb, value)
        .toExponential(Math.min(precision, 100))
        .replace(/e([+-])(\d)$/, "e$10$2");
    default:
      throw evaluationError(`could not parse formatting clause: unrecognized formatting clause "${verb}"`);
  }
}

function hexDigits(verb: string, value: unknown): string {
  return value instanceof Uint8Array ? hexOf(value) : whole(verb, value).toString(16);
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function whole(verb: string, value: unknown): bigint {
  if (typeof value === "bigint") return value;
  const primitive: unknown = typeof value === "object" && value !== null ? value.valueOf() : undefined;
  if (typeof primitive === "bigint") return primitive;
  throw evaluationError(`%${verb} needs an integer`);
}

function decimal(verb: string, value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  throw evaluationError(`%${verb} needs a number`);
}

function toText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return value;
    case "number":
      return Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toFixed(0) : String(value);
    case "bigint":
    case "boolean":
      return String(value);
    case "object":
      return objectToText(value);
    default:
      throw evaluationError("%s cannot show this value");
  }
}

function objectToText(value: object | null): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return `[${value.map(toText).join(", ")}]`;
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  if (value instanceof Date) return value.toISOString().replace(/\.?0*Z$/, "Z");
  if (value.constructor !== Object) return String(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${key}: ${toText(item)}`).join(", ")}}`;
}
