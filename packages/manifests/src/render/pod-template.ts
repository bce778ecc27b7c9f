import type { PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { podLabels } from "./labels.ts";
import { podSpec } from "./pod-spec.ts";

/** The pods of a workload, with what traits add to them. */
export function podTemplate(build: Build, pod: PodPart): Record<string, unknown> {
  const annotations = Object.keys(pod.annotations ?? {}).length === 0 ? {} : { annotations: pod.annotations };
  return { metadata: { labels: { ...pod.labels, ...podLabels(build) }, ...annotations }, spec: podSpec(build, pod) };
}
