import type { KubernetesObject } from "@fairlead/domain";
import type { Rendering } from "../render/render.ts";

/** What belongs to one delivery and not to the rendering. */
export interface Stamp {
  /** The release, such as `checkout-12`. */
  release: string;
}

const WORKLOADS = new Set(["Deployment", "StatefulSet", "CronJob", "Namespace"]);

/** Puts the release on the workload and the namespace, never on pods: redelivering the same thing restarts nothing. */
export function stamp(rendering: Rendering, { release }: Stamp): Rendering {
  const mark = (object: KubernetesObject): KubernetesObject =>
    WORKLOADS.has(object.kind)
      ? {
          ...object,
          metadata: {
            ...object.metadata,
            annotations: { ...object.metadata.annotations, "fairlead.dev/release": release },
          },
        }
      : object;
  return { ...rendering, guarded: rendering.guarded.map(mark), objects: rendering.objects.map(mark) };
}
