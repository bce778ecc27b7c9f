import type { MatchResources, ResourceRule } from "../document/policy-document-schema.ts";
import { type Labels, matchesLabels } from "./matches-labels.ts";

/** What of a request decides whether a policy looks at it. */
export interface MatchSubject {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  /** Empty for the object itself, else such as `ephemeralcontainers`. */
  readonly subresource: string;
  readonly operation: "CREATE" | "UPDATE" | "DELETE";
  readonly namespaced: boolean;
  readonly name: string;
  readonly isNamespace: boolean;
  /** Of what it becomes; undefined where it goes. */
  readonly labels: Labels | undefined;
  readonly oldLabels: Labels | undefined;
  /** Of the namespace that the object is in; its own where it is a namespace. */
  readonly namespaceLabels: Labels;
}

// The API server never asks policies about what makes policies: a mistake in one could not be mended.
const NEVER: ReadonlySet<string> = new Set([
  "mutatingadmissionpolicies",
  "mutatingadmissionpolicybindings",
  "mutatingwebhookconfigurations",
  "validatingadmissionpolicies",
  "validatingadmissionpolicybindings",
  "validatingwebhookconfigurations",
]);

/**
 * Whether the constraints of a policy or binding let it look at an object. `matchPolicy: Equivalent` is taken as Exact:
 * an object would have to be converted to the version that the rule names, which only the API server can do.
 */
export function matchesResources(constraints: MatchResources | undefined, subject: MatchSubject): boolean {
  if (subject.group === "admissionregistration.k8s.io" && NEVER.has(subject.resource)) return false;
  if (constraints === undefined) return true;
  const { resourceRules = [], excludeResourceRules = [], namespaceSelector, objectSelector } = constraints;
  if (resourceRules.length > 0 && !resourceRules.some((rule) => matchesRule(rule, subject))) return false;
  if (excludeResourceRules.some((rule) => matchesRule(rule, subject))) return false;
  // A namespace selector never holds back objects outside of namespaces, but for namespaces themselves.
  const inNamespace = subject.namespaced || subject.isNamespace;
  if (inNamespace && !matchesLabels(namespaceSelector, subject.namespaceLabels)) return false;
  return [subject.labels, subject.oldLabels].some(
    (labels) => labels !== undefined && matchesLabels(objectSelector, labels),
  );
}

function matchesRule(rule: ResourceRule, subject: MatchSubject): boolean {
  const scope = rule.scope ?? "*";
  return (
    includesOrAll(rule.apiGroups, subject.group) &&
    includesOrAll(rule.apiVersions, subject.version) &&
    includesOrAll(rule.operations, subject.operation) &&
    (scope === "*" || (scope === "Namespaced") === subject.namespaced) &&
    rule.resources.some((resource) => matchesResource(resource, subject)) &&
    (rule.resourceNames === undefined || rule.resourceNames.length === 0 || rule.resourceNames.includes(subject.name))
  );
}

// `pods`, `pods/log`, `pods/*`, `*` without subresources, `*/scale`, `*/*`.
function matchesResource(pattern: string, { resource, subresource }: MatchSubject): boolean {
  const [name = "", sub = ""] = pattern.split("/");
  return (name === "*" || name === resource) && (sub === "*" || sub === subresource);
}

function includesOrAll(allowed: readonly string[], value: string): boolean {
  return allowed.includes("*") || allowed.includes(value);
}
