import type { KubernetesObject } from "@fairlead/domain";
import { fieldsOf } from "@fairlead/manifests";
import type { Workload } from "../workload/workload-of.ts";

/** The Services whose selector finds a workload's pods. */
export function servicesOf(workload: Workload, all: readonly KubernetesObject[]): KubernetesObject[] {
  const labels = fieldsOf(fieldsOf(workload.template.metadata).labels);
  return all.filter((object) => {
    if (object.kind !== "Service" || namespaceOf(object) !== namespaceOf(workload.object)) return false;
    const selector = Object.entries(fieldsOf(fieldsOf(object.spec).selector));
    return selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
  });
}

function namespaceOf({ metadata }: KubernetesObject): string {
  return metadata.namespace ?? "default";
}
