import { restoreBaseline } from "./baseline.ts";

const CANDIDATES = ["Deployment", "StatefulSet", "CronJob", "Job", "HorizontalPodAutoscaler", "ScaledObject"];

/** Whether a template's patch can change more of a kind than labels and annotations. Asked of the baseline itself. */
export function takesPatches(kind: string): boolean {
  const built = { apiVersion: "v1", kind, metadata: { name: "probe" }, spec: {} };
  const restored = restoreBaseline(built, { ...built, spec: { probe: true } });
  return JSON.stringify(restored.spec).includes("probe");
}

/** The kinds of a workload that a template may patch. */
export const PATCHED_KINDS = CANDIDATES.filter(takesPatches);
