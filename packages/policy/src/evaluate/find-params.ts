import { toCelValue } from "@fairlead/cel";
import { groupOf, type KubernetesObject } from "@fairlead/domain";
import type { PolicyBinding } from "../document/policy.ts";
import type { PolicySpec } from "../document/policy-document-schema.ts";
import { matchesLabels } from "../match/matches-labels.ts";
import { type Discovery, knownScope } from "../match/resource-of-kind.ts";
import { labelsOf } from "./subject.ts";

/**
 * The parameter objects that a binding names, as values of CEL; the policy is asked once with each: `[null]` where it
 * takes none. A text where it cannot be asked: why.
 */
export function findParams(
  { paramKind }: PolicySpec,
  { spec: { paramRef } }: PolicyBinding,
  namespace: string | undefined,
  available: readonly KubernetesObject[],
  discovery: Discovery | undefined,
): readonly unknown[] | string {
  if (paramKind === undefined || paramRef === undefined) return [null];
  const isNamespaced = knownScope(paramKind.apiVersion, paramKind.kind, discovery);
  const place = paramRef.namespace ?? namespace;
  if (isNamespaced === true && place === undefined) {
    return "Its parameters lie in a namespace, and the binding does not say in which: this object is in none.";
  }
  if (isNamespaced === false && paramRef.namespace !== undefined) {
    return "Its parameters lie in no namespace, and the binding names one.";
  }
  const found = available.filter(
    (object) =>
      object.kind === paramKind.kind &&
      groupOf(object.apiVersion) === groupOf(paramKind.apiVersion) &&
      isIn(object, place) &&
      (paramRef.name === undefined || paramRef.name === object.metadata.name) &&
      matchesLabels(paramRef.selector, labelsOf(object)),
  );
  if (found.length > 0) return found.map((object) => toCelValue(object));
  return paramRef.parameterNotFoundAction === "Deny" ? "The parameters that this policy needs are not there." : [];
}

/** An object that names no namespace is taken for one that needs none. */
function isIn(object: KubernetesObject, namespace: string | undefined): boolean {
  return object.metadata.namespace === undefined || object.metadata.namespace === namespace;
}
