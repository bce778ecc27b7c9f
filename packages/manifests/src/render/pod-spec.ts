import type { PodPart } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { container, userOf } from "./container.ts";
import { excepted } from "./excepted.ts";
import { selectorLabels } from "./labels.ts";
import { type PodRole, serves } from "./pod-role.ts";

/** Longer than the drain and a request's patience, shorter than a node's upkeep waits. */
const GRACE_SECONDS = 45;

/** The pod around the container: identity, placement over hosts and zones, an end in good order. */
export function podSpec(build: Build, pod: PodPart, role: PodRole): Record<string, unknown> {
  const user = userOf(build);
  return {
    serviceAccountName: build.name,
    automountServiceAccountToken: false,
    enableServiceLinks: excepted(build, "enableServiceLinks") ?? false,
    // The tier that was declared with this release, not the catalog's of now: changing it must restart nothing.
    priorityClassName: `fairlead-tier-${build.spec.tier}`,
    restartPolicy: role.restartPolicy,
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
    ...placement(build, role),
    containers: [container(build, pod, role)],
    ...(pod.volumes?.length ? { volumes: pod.volumes } : {}),
  };
}

const NODE_AFFINITY = {
  requiredDuringSchedulingIgnoredDuringExecution: {
    nodeSelectorTerms: [{ matchExpressions: [{ key: "kubernetes.io/os", operator: "In", values: ["linux"] }] }],
  },
};

/** Replicas keep apart; a run of a job has nobody to keep away from. */
function placement(build: Build, role: PodRole): Record<string, unknown> {
  if (!serves(role)) return { affinity: { nodeAffinity: NODE_AFFINITY } };
  const mine = { matchLabels: selectorLabels(build) };
  return {
    affinity: {
      nodeAffinity: NODE_AFFINITY,
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
      ...(role.revisionLabel === undefined ? {} : { matchLabelKeys: [role.revisionLabel] }),
    })),
  };
}
