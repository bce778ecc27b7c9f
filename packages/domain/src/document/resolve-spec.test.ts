import { expect, test } from "vitest";
import { aService, aTemplate } from "../../testing/documents.ts";
import { type ResolvedSpec, resolveSpec } from "./resolve-spec.ts";
import type { ServiceDocument } from "./service/spec.ts";

function resolved(service: ServiceDocument, template = aTemplate(), environment = "dev"): ResolvedSpec {
  const result = resolveSpec(service, template, environment);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test("decides by template, then answers, then what differs in the environment", () => {
  const service = aService({ scale: { min: 3 }, environments: { prod: { scale: { max: 9 } } } });
  expect(resolved(service).scale).toEqual({ min: 3, max: 4 });
  expect(resolved(service, aTemplate(), "prod").scale).toEqual({ min: 3, max: 9 });
});

test("takes the default of a question where nothing is said", () => {
  const form = [{ section: "How", fields: [{ path: "spec.scale.min", default: 3 }] }];
  expect(resolved(aService(), aTemplate({ form })).scale).toEqual({ min: 3, max: 4 });
  expect(resolved(aService({ scale: { min: 1 } }), aTemplate({ form })).scale).toEqual({ min: 1, max: 4 });
});

test("takes the smallest size where none is named, wherever it stands in the document", () => {
  expect(resolved(aService()).size).toBe("small");
});

test("lets an environment take something away", () => {
  expect(resolved(aService({ environments: { dev: { health: null } } })).health).toBeUndefined();
});

test.each(["huge", "constructor"])("refuses the size %s that the template does not offer", (size) => {
  const result = resolveSpec(aService({ size }), aTemplate(), "dev");
  expect(result).toMatchObject({ ok: false, error: [{ path: "spec.size", remedy: "Choose one of small, large." }] });
});

test("refuses answers that do not fit what the template adds", () => {
  const result = resolveSpec(aService({ ports: [{ name: "web", port: 80, protocol: "http" }] }), aTemplate(), "dev");
  expect(result).toMatchObject({ ok: false, error: [{ path: "spec.health.ready.http.port" }] });
});

test("knows no environment by the name of something inherited", () => {
  expect(resolved(aService({ environments: {} }), aTemplate(), "constructor").size).toBe("small");
});
