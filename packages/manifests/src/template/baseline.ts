import type { KubernetesObject } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "../json/fields.ts";
import { mergeInto } from "./merge-into.ts";
import { strategicMerge } from "./strategic-merge.ts";

/**
 * Puts back what a template's patch may not change: identity, labels, security, resources, checks, disruption, network.
 * What is left to patches is how a workload is rolled out, placed and ended, what an autoscaler looks at, further
 * containers, and labels and annotations that nobody sets here.
 */
export function restoreBaseline(built: KubernetesObject, patched: KubernetesObject): KubernetesObject {
  const { metadata } = mergeInto(patched, { metadata: built.metadata });
  const spec = fieldsOf(built.spec);
  switch (built.kind) {
    case "Deployment": {
      const restored = fieldsOf(strategicMerge(patched.spec, workload(spec)));
      return { ...built, metadata, spec: { ...restored, selector: spec.selector } };
    }
    case "HorizontalPodAutoscaler": {
      const { scaleTargetRef, minReplicas, maxReplicas } = spec;
      return { ...built, metadata, spec: { ...fieldsOf(patched.spec), scaleTargetRef, minReplicas, maxReplicas } };
    }
    default:
      return { ...built, metadata };
  }
}

function workload({ replicas = null, template }: Fields): Fields {
  const { metadata, spec } = fieldsOf(template);
  const { serviceAccountName, automountServiceAccountToken, enableServiceLinks, securityContext, containers } =
    fieldsOf(spec);
  const account = { serviceAccountName, automountServiceAccountToken, enableServiceLinks };
  const pods = { ...account, securityContext, containers: itemsOf(containers).map(container) };
  // `null` takes away: where an autoscaler owns the number, no patch may set one.
  return { replicas, template: { metadata, spec: pods } };
}

/** All of the service's own container but how it is ended. */
function container(value: unknown): Fields {
  const { lifecycle, ...rest } = fieldsOf(value);
  return rest;
}
