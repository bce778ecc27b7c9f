import type { EnvironmentDocument, KubernetesObject, Violation } from "@fairlead/domain";
import { ruleLabels } from "@fairlead/manifests";
import type { Judge } from "../release/judge.ts";

/**
 * Asks the policies about plain manifests, as if their namespaces were managed by Fairlead and in this environment.
 * Gives what they have against each object, in the same order.
 */
export function vetManifests(
  objects: readonly KubernetesObject[],
  environment: EnvironmentDocument,
  judge: Judge,
): Violation[][] {
  const own = new Map(objects.filter(({ kind }) => kind === "Namespace").map((each) => [each.metadata.name, each]));
  const rules = ruleLabels(environment);
  return objects.map((object) => {
    const { namespace: name = "default" } = object.metadata;
    const labels = { ...own.get(name)?.metadata.labels, ...rules };
    return judge.vet([object], { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } }).violations;
  });
}
