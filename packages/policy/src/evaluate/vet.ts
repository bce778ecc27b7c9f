import type { KubernetesObject } from "@fairlead/domain";
import { matchesResources } from "../match/matches-resources.ts";
import type { Discovery } from "../match/resource-of-kind.ts";
import type { CompiledPolicies, CompiledPolicy } from "./compiled-policy.ts";
import { type Evaluation, evaluatePolicy, type Failure } from "./evaluate-policy.ts";
import { fillHints } from "./fill-hints.ts";
import { findParams } from "./find-params.ts";
import { policiesAbout } from "./policies-about.ts";
import { keyOfObject, type Subject, type SubjectSources, toSubject } from "./subject.ts";
import type { AuditAnnotation, Verdict } from "./verdict.ts";

/** What policies may know beside the objects. All of it is optional. */
export interface VetContext {
  /** Namespaces that are not among the objects. */
  readonly namespaces?: readonly KubernetesObject[];
  /** Objects that are in the cluster already: one of the same name makes the vetted one an update. */
  readonly existing?: readonly KubernetesObject[];
  /** Whether the objects are deleted instead of written. */
  readonly deleting?: boolean;
  /** Through which subresource they are written, such as `ephemeralcontainers`. */
  readonly subresource?: string;
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
  policies: CompiledPolicies,
  context: VetContext = {},
): Verdict[] {
  return askAll(objects, policies, context).flatMap(({ compiled, binding, subject, evaluation }) => {
    const { failures, refusals, scope } = evaluation;
    const report = (failure: Failure, actions: Verdict["actions"]): Verdict => ({
      policy: compiled.policy,
      binding: binding.name,
      actions,
      object: subject.identity,
      ...failure,
      ...fillHints(compiled, scope),
    });
    const { validationActions } = binding.spec;
    return [
      ...failures.map((failure) => report(failure, validationActions)),
      ...refusals.map((failure) => report(failure, ["Deny"])),
    ];
  });
}

/** What the policies would write into a cluster's audit log about the objects. */
export function annotate(
  objects: readonly KubernetesObject[],
  policies: CompiledPolicies,
  context: VetContext = {},
): AuditAnnotation[] {
  return askAll(objects, policies, context).flatMap(({ compiled, subject, evaluation }) =>
    evaluation.annotations.map(({ key, value }) => ({
      object: subject.identity,
      key: `${compiled.policy.name}/${key}`,
      value,
    })),
  );
}

interface Asked {
  readonly compiled: CompiledPolicy;
  readonly binding: CompiledPolicy["bindings"][number];
  readonly subject: Subject;
  readonly evaluation: Evaluation;
}

function askAll(
  objects: readonly KubernetesObject[],
  policies: CompiledPolicies,
  context: VetContext,
): readonly Asked[] {
  const sources = sourcesOf(objects, context);
  const asked: Asked[] = [];
  for (const object of objects) {
    const subject = toSubject(object, sources);
    for (const compiled of policiesAbout(policies, subject.match)) asked.push(...ask(compiled, subject, context));
  }
  return asked;
}

function sourcesOf(objects: readonly KubernetesObject[], context: VetContext): SubjectSources {
  const { namespaces = [], existing = [], userInfo = { username: "fairlead" } } = context;
  return {
    namespaces: new Map(
      [...namespaces, ...objects].filter(isNamespace).map((object) => [object.metadata.name, object]),
    ),
    existing: new Map(existing.map((object) => [keyOfObject(object), object])),
    userInfo,
    discovery: context.discovery,
    deleting: context.deleting ?? false,
    subresource: context.subresource ?? "",
  };
}

function isNamespace(object: KubernetesObject): boolean {
  return object.kind === "Namespace" && object.apiVersion === "v1";
}

function ask(compiled: CompiledPolicy, subject: Subject, { params = [], discovery }: VetContext): readonly Asked[] {
  const { policy, bindings } = compiled;
  if (!matchesResources(policy.spec.matchConstraints, subject.match)) return [];
  return bindings.flatMap((binding): readonly Asked[] => {
    if (!matchesResources(binding.spec.matchResources, subject.match)) return [];
    const found = findParams(policy.spec, binding, subject.identity.namespace, params, discovery);
    if (typeof found === "string") {
      if (policy.spec.failurePolicy === "Ignore") return [];
      // A binding that cannot be put into effect refuses, whatever it was to do.
      const refusals: Failure[] = [{ outcome: "error", message: found, reason: "Invalid" }];
      const evaluation = { failures: [], refusals, annotations: [], scope: subject.scope() };
      return [{ compiled, binding, subject, evaluation }];
    }
    return found.map((one) => {
      const evaluation = evaluatePolicy(compiled, { ...subject.scope(), params: one }, subject.outcomes);
      return { compiled, binding, subject, evaluation };
    });
  });
}
