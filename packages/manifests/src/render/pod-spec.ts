import type { PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { container, DEFAULT_USER } from "./container.ts";
import { selectorLabels } from "./labels.ts";

/** Longer than the drain and a request's patience, shorter than a node's upkeep waits. */
const GRACE_SECONDS = 45;

/** The pod around the container: identity, placement over hosts and zones, an end in good order. */
export function podSpec(build: Build, pod: PodPart): Record<string, unknown> {
  const user = build.spec.runAsUser ?? DEFAULT_USER;
  const mine = { matchLabels: selectorLabels(build) };
  return {
    serviceAccountName: build.name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    // The tier that was declared with this release, not the catalog's of now: changing it must restart nothing.
    priorityClassName: `fairlead-tier-${build.spec.tier}`,
    restartPolicy: "Always",
    terminationGracePeriodSeconds: GRACE_SECONDS,
    dnsPolicy: "ClusterFirst",
    // Complete names are used, so that four of five look-ups are not for names that do not exist.
    dnsConfig: { options: [{ name: "ndots", value: "2" }] },
    securityContext: {
      fsGroup: user,
      fsGroupChangePolicy: "OnRootMismatch",
      runAsGroup: user,
      runAsNonRoot: true,
      runAsUser: user,
      seccompProfile: { type: "RuntimeDefault" },
      supplementalGroupsPolicy: "Strict",
    },
    affinity: {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [{ matchExpressions: [{ key: "kubernetes.io/os", operator: "In", values: ["linux"] }] }],
        },
      },
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, podAffinityTerm: { topologyKey: "kubernetes.io/hostname", labelSelector: mine } },
        ],
      },
    },
    topologySpreadConstraints: ["kubernetes.io/hostname", "topology.kubernetes.io/zone"].map((topologyKey) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: "ScheduleAnyway",
      labelSelector: mine,
      matchLabelKeys: ["pod-template-hash"],
    })),
    containers: [container(build, pod)],
    ...(pod.volumes?.length ? { volumes: pod.volumes } : {}),
  };
}
