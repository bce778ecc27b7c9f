import type { KubernetesObject } from "@fairlead/domain";
import { expect, test } from "vitest";
import { goldenCases } from "../../testing/golden-case.ts";
import { type RenderInput, render } from "../index.ts";
import { changesInWords } from "./changes-in-words.ts";

const cases = Object.fromEntries(goldenCases().map(({ name, input }) => [name, input]));

function input(name: string): RenderInput {
  const found = cases[name];
  if (found === undefined) throw new Error(`There is no case ${name}`);
  return found;
}

/** The same service with more of `spec`. */
function withSpec(base: RenderInput, spec: Partial<RenderInput["service"]["spec"]>): RenderInput {
  return { ...base, service: { ...base.service, spec: { ...base.service.spec, ...spec } } };
}

function objects(from: RenderInput): KubernetesObject[] {
  const result = render(from);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return [...result.value.guarded, ...result.value.objects];
}

function changed(name: string, change: (base: RenderInput) => RenderInput): string[] {
  return changesInWords(objects(input(name)), objects(change(input(name))));
}

const ROLLS = "its pods are replaced, one after the other";

test("nothing, everything new, everything gone", () => {
  const all = objects(input("worker-in-prod"));
  expect(changesInWords(all, all)).toEqual([]);
  expect(changesInWords([], all)).toEqual(["everything is new"]);
  expect(changesInWords(all, [])).toEqual(["everything goes away"]);
});

test("another version", () => {
  expect(changed("worker-in-prod", (base) => ({ ...base, image: "registry.example.com/mailer:v3.2.0" }))).toEqual([
    "image v3.1.0 → v3.2.0",
    ROLLS,
  ]);
});

test("more replicas restart nothing", () => {
  expect(changed("worker-in-prod", (base) => withSpec(base, { scale: { min: 4 } }))).toEqual([
    "2 more replicas (2 → 4)",
    "nothing restarts",
  ]);
  expect(changed("web-service-in-dev", (base) => withSpec(base, { scale: { min: 3, max: 6 } }))).toEqual([
    "3 to 6 replicas instead of 2 to 4",
    "nothing restarts",
  ]);
});

test("another size", () => {
  expect(changed("worker-in-prod", (base) => withSpec(base, { size: "medium" }))).toEqual([
    "memory 128Mi → 512Mi",
    "CPU 100m → 300m",
    ROLLS,
  ]);
});

test("a new call opens one way out and fills one variable", () => {
  const payment = { namespace: "payment", ports: [{ name: "grpc", port: 50051, protocol: "grpc" as const }] };
  const call = (base: RenderInput): RenderInput => ({
    ...withSpec(base, { needs: [{ service: "payment", as: "PAYMENT_ADDR" }] }),
    refs: { ...base.refs, services: { payment } },
  });
  expect(changed("web-service-in-dev", call)).toEqual([
    "one new way out to payment:50051",
    "variable PAYMENT_ADDR added",
    ROLLS,
  ]);
});

test("a new owner restarts nothing", () => {
  const move = (base: RenderInput): RenderInput => ({
    ...base,
    refs: { ...base.refs, team: "post-team", tier: 1, contact: "https://example.com" },
  });
  expect(changed("worker-in-prod", move)).toEqual(["owner mail-team → post-team", "nothing restarts"]);
});

test("another tier changes who is woken, a service level what is told", () => {
  const lower = (base: RenderInput): RenderInput => ({ ...base, refs: { ...base.refs, tier: 3 } });
  expect(changed("metrics-of-a-web-service", lower)).toEqual(["alerts that wake somebody 2 → 0", "nothing restarts"]);
  expect(changed("metrics-of-a-web-service", (base) => withSpec(base, { slo: { availability: 99.9 } }))).toEqual([
    "one new alert LatencyHigh",
    "nothing restarts",
  ]);
});

test("a host more, a check changed", () => {
  const expose = { to: "public" as const, hosts: ["shop.example.com", "www.example.com"] };
  const health = { ready: { tcp: { port: "http" } } };
  expect(changed("public-web-service-in-prod", (base) => withSpec(base, { expose }))).toEqual([
    "one new host www.example.com",
    "nothing restarts",
  ]);
  expect(changed("web-service-in-dev", (base) => withSpec(base, { health }))).toEqual([
    "readiness check changed",
    // Nobody declared another one for the start, so it is the same check.
    "start check changed",
    ROLLS,
  ]);
});

test("what has no words of its own is counted", () => {
  expect(changed("web-service-in-dev", (base) => withSpec(base, { system: "shop" }))).toEqual([
    "details of 14 objects",
    ROLLS,
  ]);
});

test("what only names another version of its template is said to do no more", () => {
  const named = (version: string): KubernetesObject => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: "shop", annotations: { "fairlead.dev/template": `web-service@${version}` } },
  });
  expect(changesInWords([named("1.0.0")], [named("1.1.0")])).toEqual([
    "nothing but the version of its template",
    "nothing restarts",
  ]);
});

test("another time, and a volume that grows", () => {
  const schedule = { cron: "0 4 1 * *", timeZone: "Europe/Berlin", deadline: "4h" };
  expect(changed("scheduled-job-in-prod", (base) => withSpec(base, { schedule }))).toEqual([
    "schedule 0 3 1 * * (Europe/Berlin) → 0 4 1 * * (Europe/Berlin)",
    "nothing restarts",
  ]);
  const storage = [
    { name: "data", path: "/var/lib/ledger", size: "40Gi" },
    { name: "archive", path: "/var/lib/archive", size: "1Gi" },
  ];
  expect(changed("stateful-service-in-prod", (base) => withSpec(base, { storage }))).toEqual([
    "volume data grows from 20Gi to 40Gi",
    "no volume journal any more",
    "a new volume archive of 1Gi",
    ROLLS,
  ]);
});

test("another version of a job waits for its next run", () => {
  const image = "registry.example.com/billing/invoice-run:v2.1.0";
  expect(changed("scheduled-job-in-prod", (base) => ({ ...base, image }))).toEqual([
    "image v2.0.1 → v2.1.0",
    "the next run is of the new version",
  ]);
});
