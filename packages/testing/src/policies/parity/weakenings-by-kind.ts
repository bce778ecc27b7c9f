import { type Fields, setOne, type Weaken } from "./weaken.ts";

function inSpec(fields: Fields): Weaken {
  return (object, random) => setOne(Object(object.spec), fields, random);
}

function atTop(fields: Fields): Weaken {
  return (object, random) => setOne(object, fields, random);
}

const RBAC = "rbac.authorization.k8s.io";
const ANYONE = [{ from: [{ namespaceSelector: {} }] }];
const PEERS = [
  { ipBlock: { cidr: "0.0.0.0/0" } },
  { ipBlock: { cidr: "10.0.0.0/8" } },
  { ipBlock: { cidr: "169.254.169.254/32" } },
  { podSelector: {} },
  { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "other" } } },
];

function monitor(endpoints: string): Weaken {
  const secret = { name: "a", key: "b" };
  const looks = [
    { bearerTokenSecret: secret },
    { basicAuth: { password: secret } },
    { authorization: { credentials: secret } },
    { tlsConfig: { serverName: "a" } },
    { proxyUrl: "http://proxy.example.com" },
    { honorLabels: true },
    { relabelings: [{ targetLabel: "__address__", replacement: "a:80" }] },
    {
      relabelings: [
        { action: "LabelMap", regex: "a" },
        { action: "Drop", sourceLabels: ["a"] },
      ],
    },
  ];
  return inSpec({
    namespaceSelector: [{ any: true }, { matchNames: ["other"] }, {}],
    scrapeClass: ["platform"],
    [endpoints]: looks.map((look) => [{ port: "metrics", ...look }]),
  });
}

/** What people do to other kinds; those that are not here are altered anywhere. */
export const WEAKENINGS_BY_KIND: Readonly<Record<string, Weaken>> = {
  Service: inSpec({
    type: ["NodePort", "LoadBalancer", "ClusterIP"],
    externalIPs: [["192.0.2.1"]],
    selector: [{}, { app: "x" }],
    sessionAffinity: ["ClientIP"],
  }),
  NetworkPolicy: inSpec({
    ingress: [[{}], [], ANYONE, ...PEERS.map((peer) => [{ from: [peer], ports: [{ port: 8080 }] }])],
    egress: [
      [{}],
      [],
      ...PEERS.map((peer) => [{ to: [peer], ports: [{ port: 443 }] }]),
      [{ ports: [{ port: 53, protocol: "UDP" }] }],
    ],
    podSelector: [{}, { matchLabels: { app: "x" } }],
    policyTypes: [["Ingress"], ["Egress"]],
  }),
  RoleBinding: atTop({
    roleRef: [
      { apiGroup: RBAC, kind: "ClusterRole", name: "cluster-admin" },
      { apiGroup: RBAC, kind: "Role", name: "mine" },
      { apiGroup: RBAC, kind: "ClusterRole", name: "fairlead-team" },
    ],
    subjects: [[{ kind: "User", name: "eve", apiGroup: RBAC }], [{ kind: "Group", name: "system:authenticated" }], []],
  }),
  ServiceAccount: atTop({ automountServiceAccountToken: [true] }),
  HorizontalPodAutoscaler: inSpec({ minReplicas: [1, 2, 5], maxReplicas: [1, 3, 500] }),
  PodDisruptionBudget: (object, random) => {
    const spec = Object(object.spec);
    delete spec.maxUnavailable;
    return setOne(
      spec,
      {
        maxUnavailable: [0, 2, "10%", "50%"],
        minAvailable: [1, "100%"],
        unhealthyPodEvictionPolicy: ["IfHealthyBudget"],
      },
      random,
    );
  },
  HTTPRoute: inSpec({
    hostnames: [[], ["*.example.com"]],
    parentRefs: [[{ name: "other" }], [{ name: "gateway", namespace: "elsewhere" }], []],
    rules: [
      [{ backendRefs: [{ name: "other", port: 80, namespace: "elsewhere" }] }],
      [{}],
      [{ filters: [{ type: "RequestMirror", requestMirror: { backendRef: { name: "other", port: 80 } } }] }],
      [{ filters: [{ type: "RequestRedirect", requestRedirect: { hostname: "other.example.com" } }] }],
      [{ filters: [{ type: "ExtensionRef", extensionRef: { group: "a.io", kind: "A", name: "a" } }] }],
    ],
  }),
  ServiceMonitor: monitor("endpoints"),
  PodMonitor: monitor("podMetricsEndpoints"),
  ScaledObject: inSpec({
    scaleTargetRef: [{ name: "other" }, { kind: "ReplicaSet", name: "checkout" }, { name: "checkout" }],
    triggers: [[{ type: "kafka", metadata: {}, authenticationRef: { name: "a" } }], [{ type: "cpu", metadata: {} }]],
  }),
};
