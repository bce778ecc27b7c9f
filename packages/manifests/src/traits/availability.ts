import { offers } from "@fairlead/domain";
import { type Build, isAutoscaled } from "../render/build.ts";
import type { Gap } from "../render/gap.ts";
import { horizontalPodAutoscaler } from "../render/horizontal-pod-autoscaler.ts";
import { podDisruptionBudget } from "../render/pod-disruption-budget.ts";
import { KEDA_API, scaledObject } from "../render/scaled-object.ts";
import type { Contribution, Trait } from "./trait.ts";

/** Enough replicas for the load, and never all of them gone at once. */
export const availability: Trait = (build) => {
  const { objects = [], gaps = [] } = autoscaler(build);
  return { objects: [...objects, ...podDisruptionBudget(build)], gaps };
};

/** By more than CPU where the template says so and KEDA is there; exactly one autoscaler in any case. */
function autoscaler(build: Build): Partial<Contribution> {
  const { profile, template } = build;
  const { triggers = [] } = template.spec.traits?.scaling ?? {};
  if (!isAutoscaled(build) || triggers.length === 0) return { objects: horizontalPodAutoscaler(build) };
  const prometheus = profile.monitoring?.prometheus;
  const asks = triggers.some((trigger) => "counter" in trigger);
  if (offers(profile, `${KEDA_API}/ScaledObject`) && (prometheus !== undefined || !asks)) {
    return { objects: [scaledObject(build, triggers, prometheus ?? "")] };
  }
  return { objects: horizontalPodAutoscaler(build), gaps: [byCpuAlone(build)] };
}

function byCpuAlone({ profile, destination: { cluster } }: Build): Gap {
  const hasKeda = offers(profile, `${KEDA_API}/ScaledObject`);
  return {
    what: "Scaling by more than CPU",
    because: hasKeda ? `the profile of ${cluster} does not say where Prometheus is asked` : `${cluster} has no KEDA`,
    remedy: "CPU alone decides there: keep enough replicas for load that takes no CPU.",
  };
}
