import { adoptManifests } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { expect, test } from "vitest";

const { templates } = loadLibrary();
const LABELS = { app: "shop" };
const IMAGE = "registry.example.com/shop/web";

function deployment(annotations: Record<string, string> = {}): KubernetesObject {
  const container = {
    name: "web",
    image: `${IMAGE}:v2`,
    ports: [
      { name: "http", containerPort: 8080 },
      { name: "metrics", containerPort: 9090 },
    ],
    resources: { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "128Mi" } },
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "shop" },
    spec: {
      replicas: 2,
      selector: { matchLabels: LABELS },
      template: { metadata: { labels: LABELS, annotations }, spec: { containers: [container] } },
    },
  };
}

const SERVICE: KubernetesObject = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "shop", labels: LABELS },
  spec: { selector: LABELS, ports: [{ name: "http-metrics", port: 80, targetPort: "metrics" }] },
};

function monitor(spec: object): KubernetesObject {
  return {
    apiVersion: "monitoring.coreos.com/v1",
    kind: "ServiceMonitor",
    metadata: { name: "shop" },
    spec: { selector: { matchLabels: LABELS }, ...spec },
  };
}

function job(annotations: Record<string, string>, image: string, command?: string[]): KubernetesObject {
  const container = { name: "migrate", image, ...(command === undefined ? {} : { command }), args: ["up"] };
  return {
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: "migrate", annotations },
    spec: { activeDeadlineSeconds: 120, template: { spec: { restartPolicy: "Never", containers: [container] } } },
  };
}

function adopted(...objects: KubernetesObject[]) {
  const adoption = adoptManifests(objects, { owner: "shop-team", environments: ["dev"], templates });
  const spec = adoption.documents.flatMap((document) => (document.kind === "Service" ? [document.spec] : []));
  const outcome = (object: string, path: string) =>
    adoption.findings.find((finding) => finding.object === object && finding.path === path)?.outcome;
  return { ...adoption, spec, outcome };
}

const SCRAPED = { "prometheus.io/scrape": "true", "prometheus.io/port": "9090", "prometheus.io/path": "/stats" };

test.each([
  ["annotations", [deployment(SCRAPED)], { port: "metrics", path: "/stats" }],
  ["annotations without a port", [deployment({ "prometheus.io/scrape": "true" })], { port: "http" }],
  ["annotations that say no", [deployment({ ...SCRAPED, "prometheus.io/scrape": "false" })], undefined],
  ["annotations for a port that has no name", [deployment({ ...SCRAPED, "prometheus.io/port": "1" })], undefined],
  [
    "a monitor, which counts before annotations",
    [deployment(SCRAPED), SERVICE, monitor({ endpoints: [{ port: "http-metrics", path: "/m" }] })],
    { port: "metrics", path: "/m" },
  ],
  [
    "a monitor of something else",
    [deployment(), SERVICE, monitor({ selector: { matchLabels: { app: "b" } } })],
    undefined,
  ],
])("where metrics are read is known from %s", (_, objects, metrics) => {
  expect(adopted(...objects).spec[0]?.telemetry?.metrics).toEqual(metrics);
});

test.each([
  ["of Helm", { "helm.sh/hook": "pre-install,pre-upgrade" }],
  ["of Argo CD", { "argocd.argoproj.io/hook": "PreSync" }],
])("a hook %s with the service's image is its step before a deploy", (_, annotations) => {
  const { spec, documents, outcome } = adopted(deployment(), job(annotations, `${IMAGE}:v1`, ["./migrate"]));
  expect(documents).toHaveLength(1);
  expect(spec[0]?.beforeDeploy).toEqual({ command: ["./migrate", "up"], within: "120s" });
  expect(outcome("Job/migrate", "spec.template.spec.containers.0.command.0")).toBe("understood");
  expect(outcome("Job/migrate", "spec.template.spec.containers.0.image")).toBe("changed");
});

test.each([
  ["after a deploy", job({ "helm.sh/hook": "post-install" }, `${IMAGE}:v1`, ["./migrate"])],
  ["of another image", job({ "helm.sh/hook": "pre-upgrade" }, "registry.example.com/shop/other:v1", ["./migrate"])],
  ["without a command", job({ "helm.sh/hook": "pre-upgrade" }, `${IMAGE}:v1`)],
])("a job %s is left where it is", (_, left) => {
  const { spec, outcome } = adopted(deployment(), left);
  expect(spec[0]?.beforeDeploy).toBeUndefined();
  expect(outcome("Job/migrate", "spec.template.spec.containers.0.image")).toBe("left");
});

test("a target that a declaration cannot have is told", () => {
  const autoscaler = (averageUtilization: number): KubernetesObject => ({
    apiVersion: "autoscaling/v2",
    kind: "HorizontalPodAutoscaler",
    metadata: { name: "shop" },
    spec: {
      scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "shop" },
      maxReplicas: 4,
      metrics: [{ type: "Resource", resource: { name: "cpu", target: { type: "Utilization", averageUtilization } } }],
    },
  });
  const PATH = "spec.metrics.0.resource.target.averageUtilization";
  const same = adopted(deployment(), autoscaler(80));
  expect([same.spec[0]?.scale, same.outcome("HorizontalPodAutoscaler/shop", PATH)]).toEqual([
    { min: 1, max: 4, cpuPercent: 80 },
    "understood",
  ]);
  const other = adopted(deployment(), autoscaler(99));
  expect([other.spec[0]?.scale, other.outcome("HorizontalPodAutoscaler/shop", PATH)]).toEqual([
    { min: 1, max: 4, cpuPercent: 95 },
    "changed",
  ]);
});
