import type { MatchResources, PolicySpec, ResourceRule } from "../document/policy-document-schema.ts";

/**
 * A policy as an API server gives it back: what it would fill in is written out, and empty lists are left out. So that
 * what is in a cluster can be held against it field by field.
 * https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/admissionregistration/v1/defaults.go
 */
export function asServed({ matchConstraints, ...spec }: PolicySpec): Record<string, unknown> {
  const { matchConditions, variables, validations, auditAnnotations, ...rest } = spec;
  const lists = { matchConditions, variables, validations, auditAnnotations };
  const filled = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { ...rest, matchConstraints: constraintsAsServed(matchConstraints), ...Object.fromEntries(filled) };
}

function constraintsAsServed({
  resourceRules = [],
  excludeResourceRules = [],
  ...rest
}: MatchResources): MatchResources {
  return {
    matchPolicy: "Equivalent",
    namespaceSelector: {},
    objectSelector: {},
    ...rest,
    resourceRules: resourceRules.map(withScope),
    ...(excludeResourceRules.length === 0 ? {} : { excludeResourceRules: excludeResourceRules.map(withScope) }),
  };
}

function withScope(rule: ResourceRule): ResourceRule {
  return { ...rule, scope: rule.scope ?? "*" };
}
