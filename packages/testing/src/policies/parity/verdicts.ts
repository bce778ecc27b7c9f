import type { KubernetesObject } from "@fairlead/domain";
import { type CompiledPolicies, vet } from "@fairlead/policy";
import type { ClusterClient } from "../../../../policy/testing/cluster-client.ts";
import { collectionOf } from "./parity-cluster.ts";

const DRY_RUN = "?dryRun=All&fieldValidation=Strict";
const WARNED = /^Validation failed for ValidatingAdmissionPolicy '(.+?)' with binding '.+?': (.*)$/su;

interface Answer {
  /** What the policies have against it, `policy: message`; undefined where the API server refuses the object itself. */
  readonly warned: readonly string[] | undefined;
  /** Why it was refused. */
  readonly message: string;
  /** The object with the API server's defaults. */
  readonly completed: unknown;
}

/** Writes an object without keeping it. */
export async function askServer(ask: ClusterClient, object: KubernetesObject, update: boolean): Promise<Answer> {
  const path = collectionOf(object);
  const { status, message, warnings, body } = update
    ? await replace(ask, object, `${path}/${object.metadata.name}`)
    : await ask("POST", path + DRY_RUN, object);
  // That something of this name is there already is found after policies were asked.
  const refused = status >= 400 && (update || status !== 409);
  const warned = warnings.flatMap((text) => {
    const [, policy, reason] = WARNED.exec(text) ?? [];
    return policy === undefined ? [] : [`${policy}: ${reason}`];
  });
  return { warned: refused ? undefined : warned, message, completed: status >= 400 ? undefined : body };
}

/** Some kinds are replaced only as of the version that was read. */
async function replace(ask: ClusterClient, object: KubernetesObject, path: string) {
  const { body } = await ask("GET", path);
  const { resourceVersion } = Object(body).metadata;
  return ask("PUT", path + DRY_RUN, { ...object, metadata: { ...object.metadata, resourceVersion } });
}

export function askEvaluator(
  policies: CompiledPolicies,
  object: KubernetesObject,
  namespace: KubernetesObject,
  existing?: KubernetesObject,
): string[] {
  const context = { namespaces: [namespace], existing: existing === undefined ? [] : [existing] };
  return vet([object], policies, context).map(({ policy, message }) => `${policy.name}: ${message}`);
}

/** Each once, in an order that both have. That an expression fails is the same; why, each engine says in its words. */
export function inOrder(verdicts: readonly string[]): string[] {
  return [...new Set(verdicts.map((text) => text.replace(/resulted in error: .*$/su, "resulted in error")))].sort();
}

/**
 * Whether the API server would cut its warnings short, which it does where they take more than 4,096 characters:
 * https://github.com/kubernetes/apiserver/blob/v0.36.3/pkg/endpoints/filters/warning.go
 */
export function areCutShort(verdicts: readonly string[]): boolean {
  const frame = "Validation failed for ValidatingAdmissionPolicy '' with binding '': ".length;
  const lengths = inOrder(verdicts).map((text) => frame + text.length + text.indexOf(":"));
  return lengths.reduce((sum, length) => sum + length, 0) > 4000;
}
