import type { KubernetesObject } from "@fairlead/domain";
import { matchesResources } from "../match/matches-resources.ts";
import type { Discovery } from "../match/resource-of-kind.ts";
import type { CompiledPolicies, CompiledPolicy } from "./compiled-policy.ts";
import { evaluatePolicy, type Failure } from "./evaluate-policy.ts";
import { fillHints } from "./fill-hints.ts";
import { findParams } from "./find-params.ts";
import { keyOfObject, type Subject, toSubject } from "./subject.ts";
import type { Verdict } from "./verdict.ts";

/** What policies may know beside the objects. All of it is optional. */
export interface VetContext {
  /** Namespaces that are not among the objects. */
  readonly namespaces?: readonly KubernetesObject[];
  /** Objects that are in the cluster already: one of the same name makes the vetted one an update. */
  readonly existing?: readonly KubernetesObject[];
  /** Parameter objects of policies that take some. */
  readonly params?: readonly KubernetesObject[];
  /** Who would write the objects. */
  readonly userInfo?: { readonly username: string; readonly groups?: readonly string[] };
  /** Plurals and scopes of kinds that do not follow the convention. */
  readonly discovery?: Discovery;
}

/** Asks all policies about all objects, as if each were written to a cluster now. Gives what they have against them. */
export function vet(
  objects: readonly KubernetesObject[],
  { policies }: CompiledPolicies,
  context: VetContext = {},
): Verdict[] {
  const { namespaces = [], existing = [], params = [], userInfo = { username: "fairlead" }, discovery } = context;
  const sources = {
    namespaces: new Map(
      [...namespaces, ...objects].filter(isNamespace).map((object) => [object.metadata.name, object]),
    ),
    existing: new Map(existing.map((object) => [keyOfObject(object), object])),
    userInfo,
    discovery,
  };
  return objects.flatMap((object) => {
    const subject = toSubject(object, sources);
    return policies.flatMap((compiled) => ask(compiled, subject, params));
  });
}

function isNamespace(object: KubernetesObject): boolean {
  return object.kind === "Namespace" && object.apiVersion === "v1";
}

function ask(compiled: CompiledPolicy, subject: Subject, available: readonly KubernetesObject[]): Verdict[] {
  const { policy, bindings } = compiled;
  if (!matchesResources(policy.spec.matchConstraints, subject.match)) return [];
  return bindings.flatMap((binding) => {
    if (!matchesResources(binding.spec.matchResources, subject.match)) return [];
    const found = findParams(policy.spec, binding, subject.identity.namespace, available);
    const report = (failure: Failure, scope: Readonly<Record<string, unknown>>): Verdict => ({
      policy,
      binding: binding.name,
      actions: binding.spec.validationActions,
      object: subject.identity,
      ...failure,
      ...fillHints(compiled, scope),
    });
    if (found === "missing") {
      return policy.spec.failurePolicy === "Fail" ? [report(MISSING_PARAMS, subject.scope())] : [];
    }
    return found.flatMap((params) => {
      const { failures, scope } = evaluatePolicy(compiled, { ...subject.scope(), params });
      return failures.map((failure) => report(failure, scope));
    });
  });
}

const MISSING_PARAMS: Failure = {
  outcome: "error",
  message: "The parameters that this policy needs are not there.",
  reason: "Invalid",
};
