import { gone, type Invariant, of, set } from "./invariant.ts";

const RBAC = "rbac.authorization.k8s.io";
const OTHER_USER = { kind: "User", name: "eve", apiGroup: RBAC };
const PRODUCTION = { "fairlead.dev/production": "true" };
const LABELLED = [
  "Deployment",
  "StatefulSet",
  "CronJob",
  "Service",
  "ServiceAccount",
  "ConfigMap",
  "ResourceQuota",
  "LimitRange",
  "NetworkPolicy",
  "RoleBinding",
  "HorizontalPodAutoscaler",
  "PodDisruptionBudget",
  "HTTPRoute",
  "ServiceMonitor",
  "PodMonitor",
  "PrometheusRule",
  "ExternalSecret",
  "Instrumentation",
  "ScaledObject",
];
const OWNERSHIP = [
  "owner",
  "fairlead.dev~1team",
  "fairlead.dev~1tier",
  "fairlead.dev~1service",
  "fairlead.dev~1environment",
];
const RECOMMENDED = ["name", "instance", "managed-by", "part-of"].map((name) => `app.kubernetes.io~1${name}`);

/** What holds for the other kinds that Fairlead renders, and for what says whose it is. */
export const OBJECT_INVARIANTS: readonly Invariant[] = [
  ...of(
    ["CronJob"],
    ["a time zone", gone("/spec/timeZone")],
    ["how late a run may begin", gone("/spec/startingDeadlineSeconds")],
    ["one run at a time", set("/spec/concurrencyPolicy", "Allow")],
    ["few finished jobs", set("/spec/successfulJobsHistoryLimit", 50)],
    ["failed jobs stay", set("/spec/failedJobsHistoryLimit", 0)],
    ["an end for each run", gone("/spec/jobTemplate/spec/activeDeadlineSeconds")],
    ["few retries", set("/spec/jobTemplate/spec/backoffLimit", 50)],
    ["the history decides", set("/spec/jobTemplate/spec/ttlSecondsAfterFinished", 60)],
  ),
  ...of(
    ["Job"],
    ["a finished job goes", gone("/spec/ttlSecondsAfterFinished")],
    ["a job that hangs is ended", gone("/spec/activeDeadlineSeconds")],
    ["a job is not tried for ever", set("/spec/backoffLimit", 50)],
  ),
  ...OWNERSHIP.flatMap((label) =>
    of(LABELLED, [`the label ${label.replace("~1", "/")}`, gone(`/metadata/labels/${label}`)]),
  ),
  ...RECOMMENDED.flatMap((label) =>
    of(LABELLED, [`the label ${label.replace("~1", "/")}`, gone(`/metadata/labels/${label}`)]),
  ),
  ...of(
    ["Service"],
    ["reached from inside: a port of every node", set("/spec/type", "NodePort")],
    ["reached from inside: a load balancer", set("/spec/type", "LoadBalancer")],
    ["no addresses of others", set("/spec/externalIPs", ["192.0.2.1"])],
    ["no name outside", set("/spec/type", "ExternalName"), set("/spec/externalName", "example.com")],
    ["it leads to pods of one service", gone("/spec/selector/app.kubernetes.io~1instance")],
  ),
  ...of(
    ["NetworkPolicy"],
    ["nobody comes in unasked", set("/spec/ingress", [{}])],
    [
      "nobody comes in on every port",
      set("/spec/ingress", [
        {
          from: [{ namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "a" } } }],
          ports: [{ protocol: "TCP" }],
        },
      ]),
    ],
    [
      "no namespace comes in unnamed",
      set("/spec/ingress", [{ from: [{ namespaceSelector: {} }], ports: [{ port: 80 }] }]),
    ],
    ["not everything is reached", set("/spec/egress", [{}])],
    [
      "not every port is reached",
      set("/spec/egress", [{ to: [{ ipBlock: { cidr: "10.1.0.0/16" } }], ports: [{ protocol: "TCP" }] }]),
    ],
    [
      "no private address with the public ones",
      set("/spec/egress", [{ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }], ports: [{ port: 443 }] }]),
    ],
    [
      "no metadata service",
      set("/spec/egress", [{ to: [{ ipBlock: { cidr: "169.254.169.254/32" } }], ports: [{ port: 80 }] }]),
    ],
    [
      "it is for the pods of one service, or opens nothing",
      set("/spec/podSelector", {}),
      set("/spec/egress", [{ to: [{ ipBlock: { cidr: "10.1.0.0/16" } }], ports: [{ port: 443 }] }]),
    ],
  ),
  ...of(
    ["RoleBinding"],
    [
      "the platform's roles alone: all rights",
      set("/roleRef", { apiGroup: RBAC, kind: "ClusterRole", name: "cluster-admin" }),
    ],
    ["the platform's roles alone: a role of its own", set("/roleRef", { apiGroup: RBAC, kind: "Role", name: "mine" })],
    ["for whom the role is meant", set("/subjects", [OTHER_USER])],
  ),
  {
    title: "nobody changes production by hand",
    kinds: ["RoleBinding"],
    where: PRODUCTION,
    change: [
      set("/roleRef", { apiGroup: RBAC, kind: "ClusterRole", name: "fairlead-team" }),
      set("/subjects", [{ kind: "Group", name: "team", apiGroup: RBAC }]),
    ],
  },
  ...of(["Role"], ["roles are narrow", set("/rules", [{ apiGroups: ["*"], resources: ["*"], verbs: ["*"] }])]),
  ...of(
    ["ServiceAccount"],
    ["an account gives no token unasked: not said", gone("/automountServiceAccountToken")],
    ["an account gives no token unasked: switched on", set("/automountServiceAccountToken", true)],
  ),
  ...of(
    ["HorizontalPodAutoscaler"],
    ["an autoscaler has room", set("/spec/minReplicas", 5), set("/spec/maxReplicas", 5)],
    ["an autoscaler has an end", set("/spec/maxReplicas", 1000)],
  ),
  {
    title: "what matters runs more than once",
    kinds: ["HorizontalPodAutoscaler"],
    where: { ...PRODUCTION, "fairlead.dev/tier": "1" },
    change: [set("/spec/minReplicas", 1)],
  },
  ...of(
    ["PodDisruptionBudget"],
    ["nodes can be emptied", set("/spec/maxUnavailable", 0)],
    ["not half of it is away", set("/spec/maxUnavailable", "50%")],
    ["a minimum can come to equal the replicas", gone("/spec/maxUnavailable"), set("/spec/minAvailable", 1)],
    ["broken pods keep no node", gone("/spec/unhealthyPodEvictionPolicy")],
    ["it is for one service", set("/spec/selector", {})],
  ),
  ...of(
    ["ResourceQuota"],
    ...["limits.cpu", "limits.memory", "requests.cpu", "requests.memory", "pods"].map(
      (name) => [`the quota of ${name}`, gone(`/spec/hard/${name}`)] as const,
    ),
  ),
  ...of(
    ["LimitRange"],
    // What a container gets that says nothing follows from the most that it may have.
    ["the most of a container", gone("/spec/limits/0/max")],
    ["limits of containers", set("/spec/limits", [])],
  ),
  ...of(
    ["HTTPRoute"],
    ["a route names its hosts", gone("/spec/hostnames")],
    ["no host with a star", set("/spec/hostnames", ["*.example.com"])],
    ["a route hangs on the platform's gateway", set("/spec/parentRefs", [{ name: "mine" }])],
    [
      "a route leads into its own namespace",
      set("/spec/rules", [{ backendRefs: [{ name: "a", namespace: "other", port: 80 }] }]),
    ],
    [
      "nobody gets a copy of requests",
      set("/spec/rules/0/filters", [{ type: "RequestMirror", requestMirror: { backendRef: { name: "a", port: 80 } } }]),
    ],
    [
      "a route uses what the standard has",
      set("/spec/rules/0/filters", [{ type: "ExtensionRef", extensionRef: { group: "a.io", kind: "A", name: "a" } }]),
    ],
    [
      "a route leads to its own hosts",
      set("/spec/rules/0/filters", [{ type: "RequestRedirect", requestRedirect: { hostname: "a.example.org" } }]),
    ],
  ),
  ...of(["Ingress"], ["over TLS alone", gone("/spec/tls")], ["an ingress names its hosts", gone("/spec/rules/0/host")]),
  ...of(
    ["PersistentVolumeClaim"],
    ["a claim is written by one pod", set("/spec/accessModes", ["ReadWriteMany"])],
    ["a claim is of the platform", set("/spec/storageClassName", "")],
  ),
  ...of(["Secret"], ["no token that lasts", set("/type", "kubernetes.io/service-account-token")]),
];
