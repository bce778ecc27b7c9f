import { expect, test } from "vitest";
import { checkRuntime } from "./check-runtime.ts";
import { runtimeSchema } from "./spec.ts";

/** `path: reason` of what the fields have to do with one another. */
function wrongWith(spec: unknown): string[] {
  return checkRuntime(runtimeSchema.parse(spec), "spec").map(({ path, reason }) => `${path}: ${reason}`);
}

const HTTP = { name: "http", port: 8080, protocol: "http" };

test("ports have a name, a number and a service port of their own", () => {
  expect(wrongWith({ ports: [HTTP, { ...HTTP, port: 8081 }] })).toEqual(["spec.ports.1.name: http is there twice"]);
  expect(wrongWith({ ports: [HTTP, { ...HTTP, name: "other", servicePort: 80 }] })).toEqual([
    "spec.ports.1.port: 8080 is there twice",
  ]);
  expect(wrongWith({ ports: [HTTP, { ...HTTP, name: "other", port: 8081, servicePort: 8080 }] })).toEqual([
    "spec.ports.1.servicePort: 8080 is offered twice",
  ]);
});

test("checks and metrics name ports that are there", () => {
  const health = { ready: { grpc: { port: "grpc" } }, live: { exec: { command: ["true"] } } };
  expect(wrongWith({ ports: [HTTP], health, telemetry: { metrics: { port: "metrics" } } })).toEqual([
    "spec.health.ready.grpc.port: grpc is not one of the ports",
    "spec.telemetry.metrics.port: metrics is not one of the ports",
  ]);
});

test("ports that the template gives are not held against the declaration alone", () => {
  expect(wrongWith({ health: { ready: { grpc: { port: "grpc" } } } })).toEqual([]);
});

test("hosts go with a public service, and only with one", () => {
  expect(wrongWith({ expose: { to: "public" } })).toEqual(["spec.expose.hosts: is missing"]);
  expect(wrongWith({ expose: { to: "team", hosts: ["a.example.com"] } })).toHaveLength(1);
});

test("a secret is listed once, its keys are files, and each is there once", () => {
  const stripe = { name: "stripe", keys: ["api-key"] };
  expect(wrongWith({ secrets: [stripe, { ...stripe, keys: ["other"] }] })).toEqual([
    "spec.secrets.1.name: stripe is there twice",
  ]);
  for (const keys of [["../token"], ["a b"], [".."], ["api-key", "api-key"], []]) {
    expect(runtimeSchema.safeParse({ secrets: [{ ...stripe, keys }] }).success).toBe(false);
  }
  expect(wrongWith({ secrets: [{ ...stripe, keys: [".hidden", "tls.crt"] }] })).toEqual([]);
});

test("a variable has one source", () => {
  expect(wrongWith({ env: { CART: "x" }, needs: [{ service: "cart", as: "CART" }] })).toEqual([
    "spec.needs.0.as: CART is set twice",
  ]);
});

test("a credential in a variable is refused, a suspicious name is a warning", () => {
  const violations = checkRuntime({ env: { A: "postgres://u:hunter2@db/x", API_TOKEN: "changeme" } }, "spec");
  expect(violations.map(({ path, severity }) => [path, severity])).toEqual([
    ["spec.env.A", "error"],
    ["spec.env.API_TOKEN", "warning"],
  ]);
  expect(JSON.stringify(violations)).not.toContain("hunter2");
});

test("a path is mounted once", () => {
  expect(wrongWith({ scratch: [{ path: "/tmp", size: "1Mi" }], files: [{ path: "/tmp/", content: "a" }] })).toEqual([
    "spec.scratch.0.path: /tmp is there twice",
  ]);
});

test("files fit into what a cluster takes", () => {
  const files = ["/a", "/b", "/c", "/d"].map((path) => ({ path, content: "ü".repeat(120 * 1024) }));
  expect(wrongWith({ files })).toEqual(["spec.files: are 960 KiB together, more than a cluster takes"]);
  expect(wrongWith({ files: files.slice(1) })).toEqual([]);
});

test("a time that never comes is told", () => {
  const { error } = runtimeSchema.safeParse({ schedule: { cron: "0 3 31 2 *" } });
  expect(error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`)).toEqual([
    expect.stringMatching(/^schedule\.cron never comes\|\|None of its months has such a day/),
  ]);
});

test("shapes that exclude one another are told apart", () => {
  expect(wrongWith({ schedule: { cron: "0 3 * * *" }, scale: { min: 1 } })).toHaveLength(1);
  const storage = [{ name: "data", path: "/data", size: "1Gi" }];
  expect(wrongWith({ storage, scale: { min: 1, max: 3 } })).toHaveLength(1);
});
