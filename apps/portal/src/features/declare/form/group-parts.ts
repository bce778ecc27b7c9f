import type { Control, Part } from "./question.ts";

const text = (placeholder: string): Control => ({ kind: "text", mono: true, placeholder });

/** One word of a few, as it is written. */
const words = (...values: readonly string[]): Control => ({
  kind: "choice",
  options: values.map((value) => ({ value, label: value })),
});

const CLUSTER_API: Control = {
  kind: "choice",
  options: [
    { value: "none", label: "nothing" },
    { value: "read-own-namespace", label: "its own namespace, to read" },
  ],
};

const RUNTIMES = words("java", "nodejs", "python", "dotnet", "go", "other");

const OVERLAPS: Control = {
  kind: "choice",
  options: [
    { value: "forbid", label: "leave the new one out" },
    { value: "replace", label: "end it, begin the new one" },
    { value: "allow", label: "let both go on" },
  ],
};

/** The parts of the answers that have several, by the field of the declaration that they make up. */
export const GROUP_PARTS = {
  "spec.expose": [{ path: "to", label: "Reached by", control: words("nobody", "team", "platform", "public") }],
  "spec.scale": [
    { path: "min", label: "At least", control: { kind: "number", unit: "replicas" } },
    { path: "max", label: "At most", control: { kind: "number", unit: "replicas" } },
    { path: "cpuPercent", label: "Scale at", control: { kind: "number", unit: "% CPU" } },
  ],
  "spec.health": [
    { path: "ready", label: "Ready", control: { kind: "check", check: "ready" } },
    { path: "live", label: "Live", control: { kind: "check", check: "live" } },
    { path: "startup", label: "Started", control: { kind: "check", check: "startup" } },
  ],
  "spec.schedule": [
    { path: "cron", label: "Runs", control: { kind: "cron" } },
    { path: "timeZone", label: "Time zone", control: text("Europe/Berlin") },
    { path: "deadline", label: "Ended after", control: text("1h") },
    { path: "concurrency", label: "If the run before still goes on", control: OVERLAPS },
  ],
  "spec.beforeDeploy": [
    { path: "command", label: "Command", control: { kind: "list", item: "argument", placeholder: "./migrate" } },
    { path: "within", label: "Done within", control: text("5m") },
  ],
  "spec.identity": [
    { path: "clusterApi", label: "May see of the cluster", control: CLUSTER_API },
    { path: "cloud.role", label: "Role in the cloud", control: text("arn:aws:iam::…:role/checkout") },
  ],
  "spec.slo": [
    { path: "availability", label: "Available", control: { kind: "number", unit: "%", decimals: 3 } },
    { path: "latency.percentile", label: "Of its answers", control: { kind: "number", unit: "%", decimals: 2 } },
    { path: "latency.under", label: "Come within", control: text("500ms") },
  ],
  "spec.telemetry": [
    { path: "metrics.port", label: "Metrics on port", control: { kind: "port" } },
    { path: "metrics.path", label: "Metrics at", control: text("/metrics") },
    { path: "traces.runtime", label: "Written in", hint: "For traces.", control: RUNTIMES },
    { path: "traces.sample", label: "Share of traces", control: { kind: "number", unit: "0 to 1", decimals: 3 } },
    { path: "logs.format", label: "Log lines are", control: words("json", "text") },
  ],
} as const satisfies Record<string, readonly Part[]>;

/** The parts of one line, for answers that are lists of groups. */
export const ROW_PARTS = {
  "spec.scratch": {
    item: "writable place",
    blank: { path: "", size: "64Mi" },
    parts: [
      { path: "path", label: "Path", control: text("/tmp") },
      { path: "size", label: "Size", control: text("64Mi") },
    ],
  },
  "spec.storage": {
    item: "volume",
    blank: { name: "data", path: "", size: "10Gi", recoveryPoint: "24h" },
    parts: [
      { path: "name", label: "Name", control: text("data") },
      { path: "path", label: "Path", control: text("/var/lib/data") },
      { path: "size", label: "Size", control: text("10Gi") },
      { path: "recoveryPoint", label: "Recovery point", optional: true, control: text("no backup") },
      { path: "recoveryTime", label: "Recovery time", control: text("4h") },
    ],
  },
  "spec.secrets": {
    item: "secret",
    blank: { name: "", keys: [] },
    parts: [
      { path: "name", label: "Name", control: text("stripe") },
      { path: "keys", label: "Keys", control: { kind: "words", placeholder: "api-key, webhook-key" } },
    ],
  },
  "spec.files": {
    item: "file",
    blank: { path: "", content: "" },
    parts: [
      { path: "path", label: "Path", control: text("/etc/checkout/app.yaml") },
      { path: "content", label: "Content", control: { kind: "text", mono: true, lines: 5 } },
    ],
  },
} as const satisfies Record<string, Omit<Extract<Control, { kind: "rows" }>, "kind">>;
