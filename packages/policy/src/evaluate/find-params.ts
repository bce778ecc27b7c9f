import { toCelValue } from "@fairlead/cel";
import { groupOf, type KubernetesObject } from "@fairlead/domain";
import type { PolicyBinding } from "../document/policy.ts";
import type { PolicySpec } from "../document/policy-document-schema.ts";
import { matchesLabels } from "../match/matches-labels.ts";
import { labelsOf } from "./subject.ts";

/**
 * The parameter objects that a binding names, as values of CEL; the policy is asked once with each. `[null]` where it
 * takes none, "missing" where it must not be asked without and there is none.
 */
export function findParams(
  { paramKind }: PolicySpec,
  { spec: { paramRef } }: PolicyBinding,
  namespace: string | undefined,
  available: readonly KubernetesObject[],
): readonly unknown[] | "missing" {
  if (paramKind === undefined || paramRef === undefined) return [null];
  const found = available.filter(
    (object) =>
      object.kind === paramKind.kind &&
      groupOf(object.apiVersion) === groupOf(paramKind.apiVersion) &&
      isIn(object, paramRef.namespace ?? namespace) &&
      (paramRef.name === undefined || paramRef.name === object.metadata.name) &&
      matchesLabels(paramRef.selector, labelsOf(object)),
  );
  if (found.length > 0) return found.map((object) => toCelValue(object));
  return paramRef.parameterNotFoundAction === "Deny" ? "missing" : [];
}

/** An object that names no namespace is taken for one that needs none. */
function isIn(object: KubernetesObject, namespace: string | undefined): boolean {
  return object.metadata.namespace === undefined || object.metadata.namespace === namespace;
}
