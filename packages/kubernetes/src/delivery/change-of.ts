import type { AppliedObject } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { DELIVERY_LABEL } from "./labels.ts";

/** Marks that every delivery, or a controller, writes anew; a difference in them is none. */
const IGNORED = new Set<string>([DELIVERY_LABEL, "fairlead.dev/release"]);
const CONTROLLERS = "deployment.kubernetes.io/";

/** Whether a write made a difference, but for the marks of the delivery itself. */
export function changeOf(before: KubernetesObject | undefined, after: KubernetesObject): AppliedObject["change"] {
  if (before === undefined) return "created";
  return essence(before) === essence(after) ? "unchanged" : "changed";
}

function essence({ metadata: { labels, annotations }, status: _status, ...rest }: KubernetesObject): string {
  const kept = (marks: Record<string, string> = {}) =>
    Object.entries(marks)
      .filter(([name]) => !IGNORED.has(name) && !name.startsWith(CONTROLLERS))
      .sort();
  return JSON.stringify([rest, kept(labels), kept(annotations)]);
}
