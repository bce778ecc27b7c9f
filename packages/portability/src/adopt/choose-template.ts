import type { Port, TemplateDocument } from "@fairlead/domain";
import type { WorkloadKind } from "../workload/workload-of.ts";

/** The golden template that fits a workload; `undefined` where none does. */
export function chooseTemplate(
  kind: WorkloadKind,
  ports: readonly Port[],
  templates: readonly TemplateDocument[],
): TemplateDocument | undefined {
  const name = templateName(kind, ports);
  return templates.find(({ metadata }) => metadata.name === name);
}

function templateName(kind: WorkloadKind, ports: readonly Port[]): string | undefined {
  if (kind === "CronJob") return "scheduled-job";
  if (kind === "StatefulSet") return "stateful-service";
  if (kind !== "Deployment") return undefined;
  if (ports.length === 0) return "worker";
  return ports[0]?.protocol === "grpc" ? "grpc-service" : "web-service";
}
