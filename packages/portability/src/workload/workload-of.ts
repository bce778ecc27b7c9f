import type { KubernetesObject } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "@fairlead/manifests";

const WORKLOADS = ["Deployment", "StatefulSet", "DaemonSet", "CronJob", "Job"] as const;
export type WorkloadKind = (typeof WORKLOADS)[number];

/** What runs: a workload's pod template and its first container, as plain fields. */
export interface Workload {
  object: KubernetesObject;
  kind: WorkloadKind;
  template: Fields;
  /** Where `template` stands in the object, dotted. */
  templatePath: string;
  pod: Fields;
  containers: Fields[];
}

/** Reads an object as a workload; `undefined` where it is none. */
export function workloadOf(object: KubernetesObject): Workload | undefined {
  const kind = WORKLOADS.find((workload) => workload === object.kind);
  if (kind === undefined) return undefined;
  const spec = fieldsOf(object.spec);
  const [holder, templatePath] =
    kind === "CronJob"
      ? [fieldsOf(fieldsOf(spec.jobTemplate).spec), "spec.jobTemplate.spec.template"]
      : [spec, "spec.template"];
  const template = fieldsOf(holder.template);
  const pod = fieldsOf(template.spec);
  return { object, kind, template, templatePath, pod, containers: itemsOf(pod.containers).map(fieldsOf) };
}

/** The workload that a service's objects are about: what goes on running, else what runs by the clock. */
export function mainWorkload(objects: readonly KubernetesObject[]): Workload | undefined {
  const all = objects.flatMap((object) => workloadOf(object) ?? []);
  return WORKLOADS.flatMap((kind) => all.filter((workload) => workload.kind === kind))[0];
}
