import type { KubernetesObject } from "@fairlead/domain";
import { isBeforeDeploy } from "../render/before-deploy.ts";
import type { Rendering } from "../render/render.ts";

/** What belongs to one delivery and not to the rendering. */
export interface Stamp {
  /** The release, such as `checkout-12`. */
  release: string;
  /** How often the step before the deploy was begun for it; 1 if left out. */
  attempt?: number;
}

const MARKED = new Set(["Deployment", "StatefulSet", "CronJob", "Job", "Namespace"]);

/**
 * Puts the release on the workload and the namespace, never on pods: redelivering the same thing restarts nothing. A
 * Job, which cannot be changed, is named by it.
 */
export function stamp(rendering: Rendering, { release, attempt = 1 }: Stamp): Rendering {
  const number = release.slice(release.lastIndexOf("-"));
  const again = attempt === 1 ? "" : `-${attempt}`;
  const mark = (object: KubernetesObject): KubernetesObject => {
    if (!MARKED.has(object.kind)) return object;
    const { name, annotations } = object.metadata;
    return {
      ...object,
      metadata: {
        ...object.metadata,
        name: object.kind === "Job" ? name + number + (isBeforeDeploy(object) ? again : "") : name,
        annotations: { ...annotations, "fairlead.dev/release": release },
      },
    };
  };
  return { ...rendering, guarded: rendering.guarded.map(mark), objects: rendering.objects.map(mark) };
}
