import type { KubernetesObject } from "@fairlead/domain";
import type { Random } from "./seeded-random.ts";
import { type Fields, setOne, type Weaken } from "./weaken.ts";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;

const POD_FIELDS: Fields = {
  hostNetwork: [true],
  hostPID: [true],
  hostIPC: [true],
  shareProcessNamespace: [true],
  automountServiceAccountToken: [true],
  serviceAccountName: ["default"],
  nodeName: ["node-1"],
  enableServiceLinks: [true],
  hostUsers: [false],
  priorityClassName: ["system-cluster-critical", "other"],
  terminationGracePeriodSeconds: [0, 5, 600],
  dnsPolicy: ["Default"],
  hostAliases: [[{ ip: "10.0.0.1", hostnames: ["a"] }]],
  tolerations: [[{ operator: "Exists" }], [{ key: "node-role.kubernetes.io/control-plane", operator: "Exists" }]],
  nodeSelector: [{ "kubernetes.io/os": "linux" }],
  schedulerName: ["other"],
  os: [{ name: "linux" }],
  volumes: [
    [{ name: "host", hostPath: { path: "/" } }],
    [{ name: "endless", emptyDir: {} }],
    [{ name: "bare" }],
    [{ name: "nfs", nfs: { server: "nfs", path: "/" } }],
    [{ name: "token", projected: { sources: [{ serviceAccountToken: { path: "t" } }] } }],
    [
      { name: "file", secret: { secretName: "s" } },
      { name: "map", configMap: { name: "m" } },
    ],
    [
      {
        name: "claim",
        ephemeral: {
          volumeClaimTemplate: {
            spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
          },
        },
      },
    ],
  ],
};

const SECURITY: Fields = {
  runAsUser: [0, 1000, 65532],
  runAsGroup: [0, 1000],
  runAsNonRoot: [false, true],
  seccompProfile: [{ type: "Unconfined" }, { type: "RuntimeDefault" }, { type: "Localhost", localhostProfile: "p" }],
  seLinuxOptions: [{ type: "spc_t" }, { type: "container_t" }, { level: "s0:c1,c2" }, { user: "u" }],
  appArmorProfile: [{ type: "Unconfined" }, { type: "RuntimeDefault" }],
};

const POD_SECURITY: Fields = {
  ...SECURITY,
  fsGroup: [0, 1000],
  supplementalGroups: [[0], [20000]],
  supplementalGroupsPolicy: ["Merge", "Strict"],
  fsGroupChangePolicy: ["Always"],
  sysctls: [[{ name: "kernel.msgmax", value: "1" }], [{ name: "net.ipv4.tcp_syncookies", value: "1" }]],
};

const CONTAINER_SECURITY: Fields = {
  ...SECURITY,
  allowPrivilegeEscalation: [true, false],
  readOnlyRootFilesystem: [false],
  capabilities: [{ drop: ["ALL"], add: ["NET_ADMIN"] }, { drop: ["NET_RAW"] }, {}],
  procMount: ["Default"],
};

const PROBE = { httpGet: { path: "/", port: "http" } };
const CONTAINER_FIELDS: Fields = {
  image: ["nginx", "nginx:latest", "registry.example.com/a:v1", `registry.example.com/a@${DIGEST}`, "registry:5000/a"],
  imagePullPolicy: ["Always", "IfNotPresent", "Never"],
  env: [
    [{ name: "PASSWORD", value: "x" }],
    [{ name: "KEY", valueFrom: { secretKeyRef: { name: "s", key: "k" } } }],
    [{ name: "NODE", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } }],
    [{ name: "AWS", value: "AKIAIOSFODNN7EXAMPLE" }],
  ],
  envFrom: [[{ secretRef: { name: "s" } }], [{ configMapRef: { name: "m" } }]],
  ports: [[{ containerPort: 80 }], [{ containerPort: 8080, hostPort: 8080 }], [{ containerPort: 8080, name: "http" }]],
  resources: [
    {},
    { requests: { cpu: "100m" } },
    { requests: { cpu: "100m", memory: "1Gi" }, limits: { cpu: 2, memory: "1024Mi" } },
    { requests: { cpu: 1, memory: "64M" }, limits: { cpu: "1000m", memory: "128M", "ephemeral-storage": "1Gi" } },
  ],
  livenessProbe: [
    PROBE,
    { tcpSocket: { port: 8080 } },
    { exec: { command: ["true"] }, periodSeconds: 1 },
    { grpc: { port: 8080 } },
  ],
  readinessProbe: [
    PROBE,
    { httpGet: { port: 8080, host: "other.example.com" } },
    { grpc: { port: 9000, service: "s" } },
  ],
  startupProbe: [PROBE, { ...PROBE, failureThreshold: 1 }],
  lifecycle: [{ preStop: { sleep: { seconds: 60 } } }, { preStop: { httpGet: { port: 80, host: "x" } } }, {}],
  stdin: [true],
  terminationMessagePolicy: ["FallbackToLogsOnError"],
};

function podSpecOf({ kind, spec }: KubernetesObject): { containers?: unknown[]; securityContext?: object } | undefined {
  const inner = Object(spec);
  if (kind === "Pod") return inner;
  return kind === "CronJob" ? inner.jobTemplate?.spec?.template?.spec : inner.template?.spec;
}

/** Something about the pods that an object makes. */
export const weakenPods: Weaken = (object, random) => {
  const pod = podSpecOf(object);
  const [first] = pod?.containers ?? [];
  if (pod === undefined || typeof first !== "object" || first === null) return false;
  const roll = random.below(10);
  if (roll < 2) return setOne(pod, POD_FIELDS, random);
  if (roll < 4) {
    pod.securityContext ??= {};
    return setOne(pod.securityContext, POD_SECURITY, random);
  }
  if (roll < 5) return addContainer(pod, first, random);
  if (roll < 8) return setOne(first, CONTAINER_FIELDS, random);
  const context = Reflect.get(first, "securityContext") ?? {};
  Reflect.set(first, "securityContext", context);
  if (random.percent(20)) return Boolean(Object.assign(context, { privileged: true, allowPrivilegeEscalation: true }));
  return setOne(context, CONTAINER_SECURITY, random);
};

function addContainer(pod: object, first: object, random: Random): boolean {
  const list = random.pick(["containers", "initContainers"]);
  const bare = { name: "extra", image: random.pick(["busybox", "registry.example.com/b:v1"]) };
  const {
    livenessProbe: _,
    readinessProbe: __,
    startupProbe: ___,
    lifecycle: ____,
    ...calm
  } = structuredClone(first) as Record<string, unknown>;
  const whole = { ...calm, name: "extra", ports: [] };
  const added = random.pick<object>([
    bare,
    whole,
    ...(list === "initContainers" ? [{ ...whole, restartPolicy: "Always" }] : []),
  ]);
  if (random.percent(50)) setOne(added, CONTAINER_FIELDS, random);
  const present: unknown = Reflect.get(pod, list);
  Reflect.set(pod, list, [...(Array.isArray(present) ? present : []), added]);
  return true;
}
