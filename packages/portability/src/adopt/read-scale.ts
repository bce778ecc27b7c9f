import { fieldsOf, itemsOf } from "@fairlead/manifests";
import type { Reader } from "./adopted.ts";

/** How many run: the workload's own number, or an autoscaler's range. */
export const readScale: Reader = ({ workload, all, ledger }) => {
  const { object } = workload;
  const target = all.find((candidate) => {
    const { kind, name } = fieldsOf(fieldsOf(candidate.spec).scaleTargetRef);
    return candidate.kind === "HorizontalPodAutoscaler" && kind === object.kind && name === object.metadata.name;
  });
  const { replicas } = fieldsOf(object.spec);
  ledger.say(object, "spec.replicas", "understood", "It is spec.scale.");
  if (target === undefined) {
    // Kubernetes' own default is one.
    return isScaled(object.kind) ? { scale: { min: Number(replicas ?? 1), max: Number(replicas ?? 1) } } : {};
  }
  const { minReplicas = 1, maxReplicas, metrics } = fieldsOf(target.spec);
  const cpu = itemsOf(metrics)
    .map(fieldsOf)
    .findIndex(({ type, resource }) => type === "Resource" && fieldsOf(resource).name === "cpu");
  const percent = fieldsOf(fieldsOf(fieldsOf(itemsOf(metrics)[cpu]).resource).target).averageUtilization;
  for (const path of ["spec.minReplicas", "spec.maxReplicas", "spec.scaleTargetRef"]) {
    ledger.say(target, path, "understood", "It is spec.scale.");
  }
  const cpuPercent = typeof percent === "number" ? Math.min(95, Math.max(10, percent)) : undefined;
  if (cpuPercent !== undefined) {
    const metric = `spec.metrics.${cpu}`;
    const words = `It is spec.scale.cpuPercent, which goes from 10 to 95: ${cpuPercent} from now on.`;
    if (cpuPercent !== percent) ledger.say(target, `${metric}.resource.target.averageUtilization`, "changed", words);
    ledger.say(target, metric, "understood", "It is spec.scale.cpuPercent.");
  }
  ledger.say(target, "spec.behavior", "changed", "Calm on the way down: five minutes without need before one goes.");
  ledger.say(target, "spec.metrics", "left", "Replicas follow the CPU that is used; other measures are a template's.");
  return {
    scale: {
      min: Number(minReplicas),
      max: Number(maxReplicas),
      ...(cpuPercent === undefined ? {} : { cpuPercent }),
    },
  };
};

function isScaled(kind: string): boolean {
  return kind === "Deployment" || kind === "StatefulSet";
}
