import { groupOf, type KubernetesObject } from "@fairlead/domain";
import type { EjectedService } from "./ejected-service.ts";

/** What a cluster must have for objects of a group, in words. */
const NEEDED: Readonly<Record<string, string>> = {
  "cilium.io": "network rules by name (Cilium)",
  "external-secrets.io": "a secret store (External Secrets)",
  "gateway.networking.k8s.io": "a gateway (Gateway API)",
  "keda.sh": "KEDA",
  "monitoring.coreos.com": "the Prometheus operator",
  "opentelemetry.io": "the OpenTelemetry operator",
  "snapshot.storage.k8s.io": "volume snapshots",
  "velero.io": "Velero",
};

/** What a service uses that another cluster may not have, a noun each. Empty where all of it travels. */
function doesNotTravel({ spec, objects }: EjectedService): string[] {
  const groups = [...new Set(objects.map(({ apiVersion }) => groupOf(apiVersion)))].sort();
  return [
    ...groups.flatMap((group) => neededFor(group, objects)),
    ...(spec.identity?.cloud === undefined ? [] : ["a cloud role"]),
    ...(spec.storage?.length ? ["volumes with data in them"] : []),
  ];
}

function neededFor(group: string, objects: readonly KubernetesObject[]): string[] {
  if (Object.hasOwn(NEEDED, group)) return [NEEDED[group] ?? group];
  const isCustom = group.includes(".") && !group.endsWith(".k8s.io") && group !== "";
  const kinds = objects.filter(({ apiVersion }) => groupOf(apiVersion) === group).map(({ kind }) => kind);
  return isCustom ? [`${[...new Set(kinds)].join(", ")} of ${group}`] : [];
}

/** `uses KEDA and a cloud role: these do not travel`, or that all of it does. */
export function portabilityLine(service: EjectedService): string {
  const needed = doesNotTravel(service);
  if (needed.length === 0) return "uses nothing beyond Kubernetes itself: all of it travels";
  return `uses ${inWords(needed)}: ${needed.length === 1 ? "this does" : "these do"} not travel`;
}

function inWords(items: readonly string[]): string {
  const [last = "", ...others] = items.toReversed();
  return others.length === 0 ? last : `${others.reverse().join(", ")} and ${last}`;
}
