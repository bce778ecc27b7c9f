import { gone, type Invariant, of, set } from "./invariant.ts";

const ENDPOINTS = [
  ["ServiceMonitor", "/spec/endpoints/0"],
  ["PodMonitor", "/spec/podMetricsEndpoints/0"],
] as const;
const SECRET = { name: "database", key: "password" };
const CILIUM_HTTPS = [{ ports: [{ port: "443", protocol: "TCP" }] }];

/** What holds for the kinds of add-ons that have credentials of their own, or reach further than a service. */
export const ADD_ON_INVARIANTS: readonly Invariant[] = [
  ...of(
    ["ServiceMonitor", "PodMonitor"],
    ["metrics of its own namespace: any", set("/spec/namespaceSelector", { any: true })],
    ["metrics of its own namespace: another", set("/spec/namespaceSelector", { matchNames: ["other"] })],
    ["no credentials of Prometheus' classes", set("/spec/scrapeClass", "platform")],
  ),
  ...ENDPOINTS.flatMap(([kind, endpoint]) =>
    of(
      [kind],
      ["no file of Prometheus: a token", set(`${endpoint}/bearerTokenFile`, "/var/run/token")],
      ["no file of Prometheus: a certificate", set(`${endpoint}/tlsConfig`, { certFile: "/a", keyFile: "/b" })],
      ["no credentials with what it asks: a header", set(`${endpoint}/authorization`, { credentials: SECRET })],
      ["no credentials with what it asks: a password", set(`${endpoint}/basicAuth`, { password: SECRET })],
      ["no credentials with what it asks: a token", set(`${endpoint}/bearerTokenSecret`, SECRET)],
      ["no credentials with what it asks: of a server", set(`${endpoint}/oauth2`, { clientSecret: SECRET })],
      [
        "Prometheus asks the pods, no other address",
        set(`${endpoint}/relabelings`, [{ targetLabel: "__address__", replacement: "169.254.169.254:80" }]),
      ],
      ["Prometheus asks the pods, without a proxy", set(`${endpoint}/proxyUrl`, "http://proxy.example.com")],
      ["metrics are of who gives them", set(`${endpoint}/honorLabels`, true)],
    ),
  ),
  ...of(
    ["ScaledObject"],
    ["a scaler scales its service: another", set("/spec/scaleTargetRef/name", "other")],
    ["a scaler scales its service: another kind", set("/spec/scaleTargetRef/kind", "ReplicaSet")],
    [
      "a scaler borrows nothing of the platform",
      set("/spec/triggers/0/authenticationRef", { kind: "ClusterTriggerAuthentication", name: "platform" }),
    ],
    ["a scaler borrows nothing of the namespace", set("/spec/triggers/0/authenticationRef", { name: "database" })],
  ),
  ...of(
    ["Instrumentation"],
    ["agents as the platform has them: an image", set("/spec/java", { image: "a.example.com/agent:v1" })],
    [
      "agents as the platform has them: an extension",
      set("/spec/java", { extensions: [{ image: "a.example.com/extension:v1", dir: "/" }] }),
    ],
    ["what brings an agent is confined: not said", gone("/spec/initContainerSecurityContext")],
    ["what brings an agent is confined: root", set("/spec/initContainerSecurityContext/runAsNonRoot", false)],
    ["what brings an agent is confined: privileged", set("/spec/initContainerSecurityContext/privileged", true)],
  ),
  ...of(
    ["CiliumNetworkPolicy"],
    ["Cilium: for one service", set("/spec/endpointSelector", {})],
    ["Cilium: one set of rules", set("/specs", [{ endpointSelector: {}, egress: [{ toEntities: ["all"] }] }])],
    ["Cilium: no way in", set("/spec/ingress", [{ fromEntities: ["world"] }])],
    ["Cilium: not the world", set("/spec/egress/0/toEntities", ["world"])],
    ["Cilium: not everything", set("/spec/egress", [{ toEntities: ["all"] }])],
    ["Cilium: no addresses", set("/spec/egress", [{ toCIDR: ["0.0.0.0/0"], toPorts: CILIUM_HTTPS }])],
    ["Cilium: no addresses of the newer kind", set("/spec/egress/0/toCIDRSet", [{ cidr: "::/0" }])],
    ["Cilium: not everything on a port", set("/spec/egress", [{ toPorts: CILIUM_HTTPS }])],
    ["Cilium: not every port", set("/spec/egress", [{ toFQDNs: [{ matchName: "a.example.com" }] }])],
    [
      "Cilium: no host under any name",
      set("/spec/egress", [{ toFQDNs: [{ matchPattern: "*" }], toPorts: CILIUM_HTTPS }]),
    ],
    ["Cilium: no namespace unnamed", set("/spec/egress", [{ toEndpoints: [{}], toPorts: CILIUM_HTTPS }])],
  ),
];
