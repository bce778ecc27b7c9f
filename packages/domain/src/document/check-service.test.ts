import { describe, expect, test } from "vitest";
import { aService } from "../../testing/documents.ts";
import { checkService } from "./check-service.ts";

/** `path: reason` of everything that is wrong with a declaration. */
function wrongWith(spec: Record<string, unknown>, metadata: Record<string, unknown> = {}): string[] {
  const base = aService();
  const document = { ...base, metadata: { ...base.metadata, ...metadata }, spec: { ...base.spec, ...spec } };
  return checkService(document).violations.map(({ path, reason }) => `${path}: ${reason}`);
}

test("takes a declaration that is right, as it is", () => {
  const document = aService({ image: "registry.example.com/shop/checkout:v1", environments: { dev: {} } });
  expect(checkService(document)).toEqual({ document, violations: [] });
});

test("says all that is wrong at once, each with a path and a remedy", () => {
  const { document, violations } = checkService(
    aService(JSON.parse('{"imge": "x", "scale": {"min": 0}, "size": 3, "ports": [{"name": "http"}]}')),
  );
  expect(document).toBeUndefined();
  expect(violations.map(({ path }) => path).sort()).toEqual([
    "spec.imge",
    "spec.ports.0.port",
    "spec.ports.0.protocol",
    "spec.scale.min",
    "spec.size",
  ]);
  expect(violations.every(({ reason, remedy }) => reason !== "" && /[.?]$/.test(remedy))).toBe(true);
});

test("wants a template, unless it is a catalog entry only", () => {
  expect(wrongWith({ template: undefined })).toEqual(["spec.template: is missing"]);
  expect(wrongWith({ template: undefined, managed: false })).toEqual([]);
});

describe("names", () => {
  test.each(["kube-dns", "default", "fairlead", "istio-proxy", "A", "1st", "a_b", "a-", "x".repeat(41)])(
    "%s is refused",
    (name) => expect(wrongWith({}, { name })).not.toEqual([]),
  );
  test.each(["ab", "checkout", "a-1", "x".repeat(40), "constructor"])("%s is taken", (name) =>
    expect(wrongWith({}, { name })).toEqual([]),
  );
});

describe("texts", () => {
  test("of 10,000 characters are refused, without repeating them", () => {
    const { violations } = checkService(aService({ env: { A: "x".repeat(10_000) }, image: "y".repeat(10_000) }));
    expect(violations.map(({ path }) => path).sort()).toEqual(["spec.env.A", "spec.image"]);
    expect(JSON.stringify(violations).length).toBeLessThan(1000);
  });

  test("with control characters or hidden directions are refused", () => {
    expect(wrongWith({}, { title: "Check\u001b[31mout" })).toEqual(["metadata.title: holds a control character"]);
    expect(wrongWith({}, { description: "pay \u202e tuo" })).toEqual([
      "metadata.description: holds a control character",
    ]);
    expect(wrongWith({ env: { A: "a\u0000" } })).toEqual(["spec.env.A: holds a control character"]);
  });

  test("of a variable may be empty or have several lines, but must be text", () => {
    expect(wrongWith({ env: { EMPTY: "", LINES: "a\nb" } })).toEqual([]);
    expect(checkService(aService(JSON.parse('{"env": {"PORT": 8080}}'))).violations).toEqual([
      { path: "spec.env.PORT", reason: "is not text", remedy: 'Put it in quotes, as in "8080".', severity: "error" },
    ]);
  });
});

describe("environments", () => {
  test("may change what runs", () => {
    expect(wrongWith({ scale: { min: 1, max: 2 }, environments: { prod: { scale: { min: 2 } } } })).toEqual([]);
  });

  test("are checked as they come out, at the place where they say so", () => {
    const environments = { prod: { scale: { min: 6 } }, dev: { scal: {} } };
    expect(wrongWith({ scale: { min: 1, max: 2 }, environments })).toEqual([
      "spec.environments.prod.scale.max: is lower than the minimum",
      "spec.environments.dev.scal: is not a field that Fairlead knows",
    ]);
  });

  test.each(["owner", "system", "template", "image", "managed", "environments"])("cannot change %s", (field) => {
    expect(wrongWith({ environments: { prod: { [field]: "x" } } })).toEqual([
      `spec.environments.prod.${field}: cannot differ per environment`,
    ]);
  });

  test("do not repeat what is wrong everywhere", () => {
    const ports = [{ name: "http", port: 80, protocol: "http" }];
    const health = { ready: { http: { port: "web", path: "/" } } };
    expect(wrongWith({ ports, health, environments: { dev: {}, prod: {} } })).toEqual([
      "spec.health.ready.http.port: web is not one of the ports",
    ]);
  });
});
