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
    case "Deployment":
    case "StatefulSet": {
      const restored = fieldsOf(strategicMerge(patched.spec, workload(spec)));
      const open = Object.entries(restored).filter(([field]) => !NEVER_CHANGE.includes(field));
      return { ...built, metadata, spec: { ...Object.fromEntries(open), ...only(spec, NEVER_CHANGE) } };
    }
    case "CronJob": {
      const { schedule, timeZone, jobTemplate } = spec;
      const template = { metadata: fieldsOf(jobTemplate).metadata, spec: runs(fieldsOf(fieldsOf(jobTemplate).spec)) };
      return {
        ...built,
        metadata,
        spec: strategicMerge(patched.spec, { schedule, timeZone, jobTemplate: template }),
      };
    }
    case "Job":
      return { ...built, metadata, spec: strategicMerge(patched.spec, runs(spec)) };
    case "HorizontalPodAutoscaler": {
      const { scaleTargetRef, minReplicas, maxReplicas } = spec;
      return { ...built, metadata, spec: { ...fieldsOf(patched.spec), scaleTargetRef, minReplicas, maxReplicas } };
    }
    case "ScaledObject": {
      const { scaleTargetRef, minReplicaCount, maxReplicaCount } = spec;
      const kept = { scaleTargetRef, minReplicaCount, maxReplicaCount };
      return { ...built, metadata, spec: { ...fieldsOf(patched.spec), ...kept } };
    }
    default:
      return { ...built, metadata };
  }
}

/** What a cluster refuses to change, of Deployments and StatefulSets, and what becomes of data. */
const NEVER_CHANGE = [
  "selector",
  "serviceName",
  "podManagementPolicy",
  "volumeClaimTemplates",
  "persistentVolumeClaimRetentionPolicy",
];

function only(spec: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.flatMap((name) => (spec[name] === undefined ? [] : [[name, spec[name]]])));
}

function workload({ replicas = null, template }: Fields): Fields {
  // `null` takes away: where an autoscaler owns the number, no patch may set one.
  return { replicas, template: pods(template) };
}

/** How long a run of a job may take is what was declared. */
function runs({ activeDeadlineSeconds, template }: Fields): Fields {
  return { activeDeadlineSeconds, template: pods(template) };
}

function pods(template: unknown): Fields {
  const { metadata, spec } = fieldsOf(template);
  const { serviceAccountName, automountServiceAccountToken, enableServiceLinks, securityContext, containers } =
    fieldsOf(spec);
  const account = { serviceAccountName, automountServiceAccountToken, enableServiceLinks };
  return { metadata, spec: { ...account, securityContext, containers: itemsOf(containers).map(container) } };
}

/** All of the service's own container but how it is ended. */
function container(value: unknown): Fields {
  const { lifecycle, ...rest } = fieldsOf(value);
  return rest;
}
