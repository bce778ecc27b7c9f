import { parseUrl } from "./url-value.ts";

export interface NamedFormatRule {
  readonly name: string;
  /** What is wrong with a text, or undefined where it fits. */
  readonly problem: (text: string) => string | undefined;
}

const LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);
const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;

function fitting(name: string, maxLength: number, pattern: RegExp): NamedFormatRule {
  const problem = (text: string): string | undefined => {
    if (text.length > maxLength) return `must be no more than ${maxLength} characters`;
    return pattern.test(text) ? undefined : `is not a valid ${name}`;
  };
  return { name, problem };
}

/** The formats that Kubernetes names, with its lengths: https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation */
export const NAMED_FORMATS: readonly NamedFormatRule[] = [
  fitting("dns1123Label", 63, new RegExp(`^${LABEL}$`)),
  fitting("dns1123Subdomain", 253, SUBDOMAIN),
  fitting("dns1035Label", 63, /^[a-z]([-a-z0-9]*[a-z0-9])?$/),
  // A prefix may end in a dash, because a suffix follows.
  fitting("dns1123LabelPrefix", 63, new RegExp(`^${LABEL}-?$`)),
  fitting("dns1123SubdomainPrefix", 253, new RegExp(`^${LABEL}(\\.${LABEL})*-?$`)),
  fitting("dns1035LabelPrefix", 63, /^[a-z]([-a-z0-9]*[a-z0-9])?-?$/),
  fitting("labelValue", 63, /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/),
  { name: "qualifiedName", problem: qualifiedNameProblem },
  { name: "uri", problem: (text) => (parseUrl(text) === undefined ? "invalid uri" : undefined) },
  fitting("uuid", 36, UUID),
  fitting("byte", Number.MAX_SAFE_INTEGER, BASE64),
  { name: "date", problem: (text) => (isDate(text) ? undefined : "invalid date") },
  { name: "datetime", problem: (text) => (isDateTime(text) ? undefined : "invalid datetime") },
];

function qualifiedNameProblem(text: string): string | undefined {
  const parts = text.split("/");
  const [first = "", second] = parts;
  const name = second ?? first;
  const prefixFits = second === undefined || (first.length <= 253 && SUBDOMAIN.test(first));
  const fits = parts.length <= 2 && prefixFits && name.length <= 63 && QUALIFIED.test(name);
  return fits ? undefined : "is not a valid qualifiedName";
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  // The parser rolls 31 February over into March; a real date comes back as it went in.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isDateTime(text: string): boolean {
  return DATE_TIME.test(text) && isDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}
