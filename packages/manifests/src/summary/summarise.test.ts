import { expect, test } from "vitest";
import { goldenCases } from "../../testing/golden-case.ts";
import { render, summarise } from "../index.ts";

function summaries(name: string): Record<string, string> {
  const found = goldenCases().find((each) => each.name === name);
  const result = found === undefined ? undefined : render(found.input);
  if (!result?.ok) throw new Error(`${name} cannot be rendered`);
  const objects = [...result.value.guarded, ...result.value.objects];
  return Object.fromEntries(objects.map((object) => [`${object.kind}/${object.metadata.name}`, summarise(object)]));
}

test("every object of a service has a phrase", () => {
  expect(summaries("web-service-in-dev")).toEqual({
    "Namespace/hello-dev": "Pod Security restricted",
    "ResourceQuota/fairlead": "at most 10 pods",
    "LimitRange/fairlead": "limits for every container",
    "NetworkPolicy/default-deny": "in: nothing; out: nothing",
    "RoleBinding/fairlead-deployer": "hello-dev",
    "RoleBinding/fairlead-guard-namespace": "guard",
    "RoleBinding/fairlead-team": "shop-developers",
    "RoleBinding/fairlead-team-read": "shop-visitors",
    "ServiceAccount/hello": "no token, no rights",
    "Deployment/hello": "1 container, uid 65532",
    "Service/hello": "80 http",
    "HorizontalPodAutoscaler/hello": "2 to 4 replicas",
    "PodDisruptionBudget/hello": "one pod at a time may go",
    "NetworkPolicy/hello": "in: callers on 8080; out: DNS",
  });
});

test("what is watched, and who is told", () => {
  expect(summaries("metrics-of-a-web-service")).toMatchObject({
    "PrometheusRule/checkout": "8 alerts to shop-team",
    "ServiceMonitor/checkout": "/metrics on metrics is read every 30s",
    "ConfigMap/checkout-dashboard": "1 entry",
  });
  expect(summaries("metrics-of-a-worker")).toMatchObject({
    "PodMonitor/mailer": "/stats on metrics is read every 30s",
  });
});

test("ways in and out name who is meant", () => {
  expect(summaries("public-web-service-in-prod")).toMatchObject({
    "NetworkPolicy/shop-front":
      "in: callers on 9090, 8080, gateway-system on 8080; out: DNS, cart:7070, search:8081, ads:9555, 10.20.0.0/24:5432, 10.21.0.0/24:5432, public addresses:587, public addresses:443",
    "HTTPRoute/shop-front": "shop.example.com",
  });
  expect(summaries("worker-in-prod")).toMatchObject({
    "Deployment/mailer": "1 container, uid 65532, 2 replicas",
    "NetworkPolicy/mailer": "in: itself; out: DNS, 10.30.1.0/24:5672",
  });
});

test("an object of an unknown kind, or of a broken shape, has none", () => {
  expect(summarise({ apiVersion: "x/v1", kind: "constructor", metadata: { name: "a" } })).toBe("");
  expect(summarise({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "a" }, spec: "no" })).toBe(
    "0 containers",
  );
});

test("a job says when it runs, a stateful service what it keeps", () => {
  expect(summaries("scheduled-job-in-prod")).toMatchObject({
    "CronJob/invoice-run": "on day 1 of the month at 03:00 in Europe/Berlin, 1 container, uid 65532",
    "NetworkPolicy/invoice-run": "in: itself; out: DNS, 10.30.2.0/24:5432",
  });
  expect(summaries("stateful-service-in-prod")).toMatchObject({
    "StatefulSet/ledger-store": "1 container, uid 65532, 3 replicas, 20Gi data, 5Gi journal",
    "Service/ledger-store-peers": "each replica by its name, 6379 client, 8080 http",
  });
  expect(summaries("job-once")).toMatchObject({ "Job/reindex": "1 container, uid 65532" });
});
