import type { KubernetesObject } from "@fairlead/domain";

const RESTRICTED = "Pod Security “restricted”: a process that is broken into gets no further than its own container.";
const SPREAD = "Replicas keep apart, over hosts and zones: one that is lost takes one replica with it.";
const OWNED = "Everything is found by the same labels: by people, by selectors, by who bills and who is called.";
const CALM_CHECK = "Liveness has more patience than readiness: a slow moment must not become a restart.";
const NAMED = "The name follows from what the object is for.";
const ROLLOUT = "A rollout takes nothing away before its replacement serves, and is called failed after ten minutes.";
const RUN = "A run is tried a few times, then somebody must look; the last few are kept for that.";
const QUOTA = "Bounds for everything in the namespace, so that a mistake here starves nobody else.";
const CLOSED = "Nothing talks to anything unless it is declared; names can be looked up.";
const FROM_STORE = "External Secrets copies it from the platform's store; no value passes through Fairlead.";
const TRACED = "Traces go to the cluster's collector, with the names under which everything else knows the service.";
const TOKEN = "A token for the cluster's API that lasts an hour, because the declaration asks for it.";
const BOUND = "Fixed roles, bound in this namespace only. In production people look, and changes are delivered.";

/** Why the baseline sets what it sets, by `Kind.path`. The first that fits counts. */
const REASONS: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [
    /\.annotations\.fairlead\.dev\/phase$/,
    "Written and run before anything else of a release, with copies of its own of what it reads.",
  ],
  [/^\w+\.(apiVersion|kind)$/, "What kind of object this is."],
  [/\.labels\.app\.kubernetes\.io\//, OWNED],
  [/^(RoleBinding|ResourceQuota|LimitRange|NetworkPolicy|ConfigMap|Namespace)\.metadata\.name$/, NAMED],
  [/^Namespace\.metadata\.labels\.pod-security/, RESTRICTED],
  [
    /^Namespace\.metadata\.labels\.fairlead\.dev\/managed$/,
    "Fairlead looks after this namespace; policies hold in it.",
  ],
  [
    /^Namespace\.metadata\.(labels|annotations)\.fairlead\.dev\/(secret|backup)-/,
    "What of the platform's own this service uses. The cluster holds it to that.",
  ],
  [/automountServiceAccountToken$/, "No key to the cluster's API in a pod that does not ask for one."],
  [
    /securityContext\.(runAsUser|runAsGroup|fsGroup)$/,
    "An unprivileged user that no host account shares, unless the declaration names another.",
  ],
  [/securityContext\.fsGroupChangePolicy$/, "Volumes are not walked through at every start."],
  [/securityContext\.supplementalGroupsPolicy$/, "No groups that the image's own files would add."],
  [/securityContext\.readOnlyRootFilesystem$/, "Nothing can be planted in the image; writable places are declared."],
  [/securityContext\./, RESTRICTED],
  [/\.(topologySpreadConstraints|affinity\.podAntiAffinity)\./, SPREAD],
  [/\.affinity\.nodeAffinity\./, "Images are for Linux."],
  [/\.enableServiceLinks$/, "No variables from the names of other services: they collide, and slow the start."],
  [
    /\.dns(Policy|Config)\b/,
    "Complete names are used, so that four of five look-ups are not for names that do not exist.",
  ],
  [/\.volumes\.\d+\.secret\.|\.volumeMounts\.\d+\.readOnly$/, "Files that the process reads, and nobody else."],
  [/\.volumes\.\d+\.projected\./, TOKEN],
  [/\.env\.\d+\.valueFrom\./, "Known only where the pod runs, and filled in there."],
  [/^ScaledObject\./, "Replicas follow what the template names beside CPU, between the least and the most."],
  [/^ExternalSecret\.spec\./, FROM_STORE],
  [/^Schedule\./, "Volumes are copied by the clock, often enough for the recovery point that was promised."],
  [/^Instrumentation\.spec\./, TRACED],
  [/^CiliumNetworkPolicy\.spec\./, CLOSED],
  [/\.volume(s|Mounts)\.\d+\.name$/, "Ties a volume to the place where it appears."],
  [/\.priorityClassName$/, "When room is short, what matters more stays: the class follows the tier."],
  [/\.restartPolicy$/, "What ends is started again."],
  [
    /\.(terminationGracePeriodSeconds|preStop\.sleep\.seconds)$/,
    "Time to be taken out of routing and to finish what is under way before the end.",
  ],
  [/\.ports\.\d+\.(protocol|appProtocol)$/, "How a port is spoken to follows from its protocol."],
  [/\.imagePullPolicy$/, "By digest an image is fetched once; a tag may have moved and is asked for each time."],
  [/\.livenessProbe\.(periodSeconds|timeoutSeconds|failureThreshold)$/, CALM_CHECK],
  [
    /\.readinessProbe\.(periodSeconds|timeoutSeconds|failureThreshold)$/,
    "Out of the service after 15 seconds without an answer, and back at the first one.",
  ],
  [/\.startupProbe\.(periodSeconds|timeoutSeconds|failureThreshold)$/, "The other checks wait until it has started."],
  [/Probe\..*\.(scheme|service)$/, "Kubernetes' own default, said."],
  [
    /^StatefulSet\.spec\.podManagementPolicy$/,
    "Replicas start side by side: one that cannot start does not stand in the way of the version that mends it.",
  ],
  [
    /^StatefulSet\.spec\.(persistentVolumeClaimRetentionPolicy|volumeClaimTemplates)\b/,
    "Each replica has volumes of its own, which one pod at a time writes to; data go by a decision, never with a pod.",
  ],
  [
    /^StatefulSet\.spec\.(updateStrategy|revisionHistoryLimit)\b/,
    "Replicas are replaced one after the other, each once the one before serves.",
  ],
  [
    /^CronJob\.spec\.startingDeadlineSeconds$/,
    "A run that the cluster missed is begun within the hour, or not at all.",
  ],
  [
    /^CronJob\.spec\.timeZone$/,
    "Said, so that nobody has to know where the cluster's clock stands; UTC knows no summer.",
  ],
  [/^CronJob\.spec\.concurrencyPolicy$/, "A run that goes on too long is not overtaken by the next."],
  [
    /\.spec\.(successfulJobsHistoryLimit|failedJobsHistoryLimit|backoffLimit|activeDeadlineSeconds|ttlSecondsAfterFinished)$/,
    RUN,
  ],
  [/^Deployment\.spec\.replicas$/, "The least is the most: nothing scales it."],
  [/^Deployment\.spec\.(strategy|progressDeadlineSeconds|revisionHistoryLimit)\b/, ROLLOUT],
  [
    /^HorizontalPodAutoscaler\.spec\.behavior\./,
    "Calm on the way down: five minutes without need before a replica goes.",
  ],
  [/^HorizontalPodAutoscaler\.spec\./, "Replicas follow the CPU that is used, between the least and the most."],
  [
    /^Deployment\.metadata\.annotations\.fairlead\.dev\/autoscaled$/,
    "Tells policies that an autoscaler owns the number of replicas.",
  ],
  [
    /^PodDisruptionBudget\.spec\./,
    "A node's upkeep takes one replica at a time, and never waits for one that is broken.",
  ],
  [/^ResourceQuota\.spec\.|^LimitRange\.spec\./, QUOTA],
  [/^NetworkPolicy\.spec\.ingress\./, "Marked callers of the same environment come in, on the declared ports."],
  [/^NetworkPolicy\.spec\./, CLOSED],
  [/^RoleBinding\./, BOUND],
  [/^(Service|Pod)Monitor\.spec\.(sample|label)Limit$/, "A mistake in one service's metrics floods nobody else's."],
  [/^(Service|Pod)Monitor\.spec\./, "Prometheus reads the metrics of this service alone, from its declared port."],
  [
    /^PrometheusRule\..*\.labels\.severity$/,
    "Only what people notice in production wakes somebody, and only for tiers 1 and 2.",
  ],
  [
    /^PrometheusRule\.spec\./,
    "Somebody hears of it when the service is down, slow, full or not measured, and before a promise is broken.",
  ],
  [/^ConfigMap\.data\./, "The dashboard shows what somebody looks at first."],
  [/^Service\.spec\./, "One stable address inside the cluster, by the names of the ports."],
];

/** Why a leaf that no setting decides is there. */
export const OTHERWISE = "Fairlead gives it to every service.";

/** Why the baseline sets a leaf so; `undefined` where there is nothing to say about this one. */
export function baselineReason({ kind }: Pick<KubernetesObject, "kind">, path: string): string | undefined {
  const place = `${kind}.${path}`;
  return REASONS.find(([pattern]) => pattern.test(place))?.[1];
}
