import * as z from "zod";

// What the API server adds when it stores, or by admission plug-ins of its own, and no policy should look at.
const STORED = ["uid", "resourceVersion", "generation", "creationTimestamp", "managedFields", "finalizers"];
const ADMITTED: Readonly<Record<string, readonly string[]>> = {
  Pod: ["serviceAccount", "serviceAccountName", "tolerations", "priority", "preemptionPolicy"],
  Service: ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"],
  PersistentVolumeClaim: ["storageClassName"],
  // It selects pods by an identifier that the API server gives it.
  Job: ["selector"],
};

const objectSchema = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({}),
  spec: z.looseObject({}).optional(),
});

/** The part of an object that policies may rely on. */
export function essenceOf(object: unknown): unknown {
  const { status: _, metadata, spec, ...rest } = objectSchema.parse(object);
  const said = without(metadata, STORED);
  return spec === undefined
    ? { ...rest, metadata: said }
    : { ...rest, metadata: said, spec: without(spec, ADMITTED[rest.kind] ?? []) };
}

function without(value: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

// A Job finds its pods, and a DaemonSet counts its templates, by what the API server puts there itself.
const GIVEN_NAMES = [
  "batch.kubernetes.io/controller-uid",
  "batch.kubernetes.io/job-name",
  "controller-uid",
  "job-name",
  "deprecated.daemonset.template.generation",
];

/** What the API server answers, without what its admission plug-ins add: a token in each pod, ports, names. */
export function withoutAdmitted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, item) => {
    if (item === null || key === "nodePort") return undefined;
    if (key === "labels" || key === "annotations") {
      const written = Object.entries(Object(item)).filter(([name]) => !GIVEN_NAMES.includes(name));
      const given = Object.keys(Object(item)).length - written.length;
      return given > 0 && written.length === 0 ? undefined : Object.fromEntries(written);
    }
    if (!Array.isArray(item) || (key !== "volumes" && key !== "volumeMounts")) return item;
    const kept = item.filter((entry: { name?: string }) => !entry.name?.startsWith("kube-api-access-"));
    return kept.length === 0 ? undefined : kept;
  });
}
