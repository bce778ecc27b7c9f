import { durationSeconds } from "@fairlead/domain";
import type { PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import type { PodRole } from "./pod-role.ts";
import { podTemplate } from "./pod-template.ts";

/** What fails three times needs somebody to look. */
const RETRIES = 2;

interface Run {
  role: PodRole;
  /** How long all attempts together may take, such as `1h`. */
  within: string;
  labels?: Record<string, string>;
}

/** One run: a pod that comes to an end, a few attempts, and a time after which it is ended. */
export function jobSpec(build: Build, pod: PodPart, { role, within, labels }: Run): Record<string, unknown> {
  return {
    activeDeadlineSeconds: durationSeconds(within),
    backoffLimit: RETRIES,
    template: podTemplate(build, pod, role, labels),
  };
}
