import { expect, test } from "vitest";
import { answer } from "./answer.ts";

const form = {
  defaults: { scale: { min: 2, max: 4 }, health: { ready: { http: { port: "http", path: "/readyz" } } } },
};

test("an answer that the template gives anyway is left out", () => {
  const answered = answer({}, form, "spec.scale.min", 3);
  expect(answered).toEqual({ spec: { scale: { min: 3 } } });
  expect(answer(answered, form, "spec.scale.min", 2)).toEqual({});
});

test("an answer inside a choice brings the rest of the choice along", () => {
  const answered = answer({}, form, "spec.health.ready.http.path", "/healthz");
  expect(answered).toEqual({ spec: { health: { ready: { http: { port: "http", path: "/healthz" } } } } });
  expect(answer(answered, form, "spec.health.ready.http.path", "/readyz")).toEqual({});
  expect(answer(answered, form, "spec.health.ready.http.path", undefined)).toEqual({});
});

test("an emptied answer is no answer", () => {
  expect(answer({ spec: { image: "a:b" } }, form, "spec.image", undefined)).toEqual({});
});

test("of an answer with several parts only those are kept that say something else", () => {
  const telemetry = { defaults: { telemetry: { logs: { format: "json" }, metrics: { port: "http" } } } };
  const value = { logs: { format: "json" }, metrics: { port: "admin" } };
  expect(answer({}, telemetry, "spec.telemetry", value)).toEqual({
    spec: { telemetry: { metrics: { port: "admin" } } },
  });
});

test("another way to ask for health replaces the whole of it", () => {
  const value = { tcp: { port: "http" } };
  expect(answer({}, form, "spec.health.ready", value)).toEqual({ spec: { health: { ready: value } } });
});
