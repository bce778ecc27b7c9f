import type { KubernetesObject } from "@fairlead/domain";
import { fieldsOf } from "../json/fields.ts";
import type { Contribution, PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { JOB_KEPT_SECONDS } from "./job.ts";
import { jobSpec } from "./job-spec.ts";
import { objectLabels, ownershipAnnotations } from "./labels.ts";
import { networkPolicy } from "./network-policy.ts";
import { POD_ROLES } from "./pod-role.ts";

const INSTANCE = "app.kubernetes.io/instance";
const COMPONENT = "before-deploy";
const PHASE = "fairlead.dev/phase";
const DEFAULT_WITHIN = "5m";

/** What failed half-way is not run again by itself; a pod that had to leave its node has not failed. */
const ONE_RUN = {
  backoffLimit: 0,
  podFailurePolicy: { rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget", status: "True" }] }] },
};

/** What is written before a deploy, and must have come to its end before anything else is. */
export function isBeforeDeploy({ metadata }: KubernetesObject): boolean {
  return metadata.annotations?.[PHASE] === COMPONENT;
}

/**
 * The step before a deploy: a Job with the image, variables, files, secrets, ways out and account of the version that
 * comes. What it reads are copies of its own, so that a step that fails leaves what runs as it is; and it is an instance
 * of its own, so that no Service leads to its pods.
 */
export function beforeDeploy(build: Build, added: Contribution): KubernetesObject[] {
  const { beforeDeploy: step } = build.spec;
  if (step === undefined) return [];
  const name = `${build.name}-${COMPONENT}`;
  const read = added.objects.filter((object) => isRead(added.pod, object));
  const copies = new Map(read.map(({ metadata }) => [metadata.name, `${metadata.name}-${COMPONENT}`]));
  const rules = added.objects.filter(({ kind }) => kind.endsWith("NetworkPolicy"));
  const marks = { [INSTANCE]: name, "app.kubernetes.io/component": COMPONENT };
  const mark = (object: KubernetesObject): KubernetesObject => ({
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...object.metadata.labels, ...marks },
      annotations: { ...object.metadata.annotations, [PHASE]: COMPONENT },
    },
  });

  const { args: _, ...spec } = build.spec;
  const stepBuild: Build = { ...build, spec: { ...spec, command: step.command, ports: [] } };
  const run = { role: POD_ROLES.Job, within: step.within ?? DEFAULT_WITHIN, labels: marks };
  const job: KubernetesObject = {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: {
      name,
      namespace: build.destination.namespace,
      labels: objectLabels(build),
      annotations: ownershipAnnotations(build),
    },
    spec: {
      ...jobSpec(stepBuild, readingCopies(added.pod, copies), run),
      ...ONE_RUN,
      ttlSecondsAfterFinished: JOB_KEPT_SECONDS,
    },
  };
  const policy = networkPolicy(stepBuild, { ingress: [], egress: added.egress });
  return [
    ...read.map((object) => copied(object, copies)),
    ...[policy, ...rules].map((object) => forInstance(object, build.name, name)),
    job,
  ].map(mark);
}

/** Whether its pods read it from a volume. */
function isRead({ volumes = [] }: PodPart, { kind, metadata }: KubernetesObject): boolean {
  return volumes.some((volume) => {
    if (kind === "ConfigMap") return fieldsOf(volume.configMap).name === metadata.name;
    return kind === "ExternalSecret" && fieldsOf(volume.secret).secretName === metadata.name;
  });
}

/** Pods that read copies, and have no volumes of a replica. */
function readingCopies(pod: PodPart, copies: ReadonlyMap<string, string>): PodPart {
  const renamed = (group: unknown, field: string) => {
    const name = String(fieldsOf(group)[field]);
    return { ...fieldsOf(group), [field]: copies.get(name) ?? name };
  };
  const volumes = (pod.volumes ?? []).map((volume) => ({
    ...volume,
    ...(volume.configMap === undefined ? {} : { configMap: renamed(volume.configMap, "name") }),
    ...(volume.secret === undefined ? {} : { secret: renamed(volume.secret, "secretName") }),
  }));
  const mounts = (pod.mounts ?? []).filter(({ name }) => volumes.some((volume) => volume.name === name));
  return { ...pod, volumes, mounts, claims: [] };
}

function copied(object: KubernetesObject, copies: ReadonlyMap<string, string>): KubernetesObject {
  const name = copies.get(object.metadata.name) ?? object.metadata.name;
  const spec = fieldsOf(object.spec);
  return {
    ...object,
    metadata: { ...object.metadata, name },
    ...(object.kind === "ExternalSecret" ? { spec: { ...spec, target: { ...fieldsOf(spec.target), name } } } : {}),
  };
}

/** A rule for the pods of another instance. */
function forInstance(object: KubernetesObject, from: string, to: string): KubernetesObject {
  const replaced = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replaced);
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, inner]) => [
      key,
      key === INSTANCE && inner === from ? to : replaced(inner),
    ]);
    return Object.fromEntries(entries);
  };
  const metadata = { ...object.metadata, name: `${object.metadata.name}-${COMPONENT}` };
  return { ...object, metadata, spec: replaced(object.spec) };
}
