import { horizontalPodAutoscaler } from "../render/horizontal-pod-autoscaler.ts";
import { podDisruptionBudget } from "../render/pod-disruption-budget.ts";
import type { Trait } from "./trait.ts";

/** Enough replicas for the load, and never all of them gone at once. */
export const availability: Trait = (build) => ({
  objects: [...horizontalPodAutoscaler(build), ...podDisruptionBudget(build)],
});
