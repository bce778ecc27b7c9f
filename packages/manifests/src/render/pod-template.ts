import type { PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { podLabels } from "./labels.ts";
import type { PodRole } from "./pod-role.ts";
import { podSpec } from "./pod-spec.ts";

/** The pods of a workload, with what traits add to them. `labels` count most. */
export function podTemplate(
  build: Build,
  pod: PodPart,
  role: PodRole,
  labels: Record<string, string> = {},
): Record<string, unknown> {
  const annotations = Object.keys(pod.annotations ?? {}).length === 0 ? {} : { annotations: pod.annotations };
  return {
    metadata: { labels: { ...pod.labels, ...podLabels(build), ...labels }, ...annotations },
    spec: podSpec(build, pod, role),
  };
}
