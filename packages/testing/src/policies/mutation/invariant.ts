import type { KubernetesObject } from "@fairlead/domain";
import { applyPatch, type PatchOperation } from "../../../../policy/src/example/apply-patch.ts";

/** One thing that every object of some kinds has, and how somebody takes it away or weakens it. */
export interface Invariant {
  readonly title: string;
  readonly kinds: readonly string[];
  /** What changes; a path may start with `pod:` or `container:`, for the pods that an object makes. */
  readonly change: readonly PatchOperation[];
  /** In which namespaces it holds; everywhere where it is left out. */
  readonly where?: Readonly<Record<string, string>>;
  /** Labels that its namespace gets for this. */
  readonly within?: Readonly<Record<string, string>>;
}

const WORKLOADS = ["Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "Pod"];
export const LONG_RUNNING = ["Deployment", "StatefulSet"];

type Change = readonly [title: string, ...operations: PatchOperation[]];

export const gone = (path: string): PatchOperation => ({ op: "remove", path });
export const set = (path: string, value: unknown): PatchOperation => ({ op: "add", path, value });

export function invariantsOf(kinds: readonly string[], prefix: string, changes: readonly Change[]): Invariant[] {
  return changes.map(([title, ...operations]) => ({
    title,
    kinds,
    change: operations.map((operation) => ({ ...operation, path: `${prefix}${operation.path}` })),
  }));
}

export const ofPods = (...changes: Change[]) => invariantsOf(WORKLOADS, "pod:", changes);
export const ofContainers = (...changes: Change[]) => invariantsOf(WORKLOADS, "container:", changes);
export const of = (kinds: readonly string[], ...changes: Change[]) => invariantsOf(kinds, "", changes);

const TEMPLATES: Readonly<Record<string, string>> = { Pod: "", CronJob: "/spec/jobTemplate/spec/template" };

/** The object with that one thing weakened, once for each container; none where it does not have it. */
export function weakened(object: KubernetesObject, { kinds, change }: Invariant): KubernetesObject[] {
  if (!kinds.includes(object.kind)) return [];
  const pod = `${TEMPLATES[object.kind] ?? "/spec/template"}/spec`;
  const perContainer = change.some(({ path }) => path.startsWith("container:"));
  const places = perContainer ? containersUnder(object, pod) : [""];
  return places.flatMap((container) => {
    const operations = change.map((operation) => ({
      ...operation,
      path: operation.path.replace(/^container:/, container).replace(/^pod:/, pod),
    }));
    try {
      return [applyPatch(object, operations)];
    } catch {
      // It has nothing there that could be taken away.
      return [];
    }
  });
}

function containersUnder(object: KubernetesObject, pod: string): string[] {
  const steps = pod.split("/").slice(1);
  const spec = steps.reduce((value: unknown, step) => Object(value)[step], object);
  return ["containers", "initContainers"].flatMap((list) => {
    const containers: unknown = Object(spec)[list];
    return Array.isArray(containers) ? containers.map((_, index) => `${pod}/${list}/${index}`) : [];
  });
}
