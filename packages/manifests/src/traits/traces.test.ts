import { expect, test } from "vitest";
import { goldenCases } from "../../testing/golden-case.ts";
import { type RenderInput, render } from "../index.ts";
import { fieldsOf, itemsOf } from "../json/fields.ts";

const golden = goldenCases().find(({ name }) => name === "traces-of-go");
if (golden === undefined) throw new Error("There is no golden case traces-of-go.");

function variables(input: RenderInput): Record<string, unknown> {
  const rendered = render(input);
  const objects = rendered.ok ? rendered.value.objects : [];
  const { template } = fieldsOf(objects.find(({ kind }) => kind === "Deployment")?.spec);
  const [container] = itemsOf(fieldsOf(fieldsOf(template).spec).containers);
  return Object.fromEntries(
    itemsOf(fieldsOf(container).env).map((each) => [fieldsOf(each).name, fieldsOf(each).value]),
  );
}

test("what the declaration says itself about telemetry is left alone", () => {
  const { service } = golden.input;
  const env = { OTEL_TRACES_SAMPLER: "always_on", OTEL_SERVICE_NAME: "till" };
  const own = variables({ ...golden.input, service: { ...service, spec: { ...service.spec, env } } });
  expect(own).toMatchObject({ ...env, OTEL_EXPORTER_OTLP_PROTOCOL: "grpc" });
  expect(variables(golden.input)).toMatchObject({ OTEL_SERVICE_NAME: "checkout" });
});

test("a variable comes before those that use it", () => {
  const names = Object.keys(variables(golden.input));
  expect(names.indexOf("K8S_POD_NAME")).toBeLessThan(names.indexOf("OTEL_RESOURCE_ATTRIBUTES"));
});

test("a version with signs that separate attributes stays one value", () => {
  const image =
    "registry.example.com/shop/checkout@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  const { OTEL_RESOURCE_ATTRIBUTES: attributes } = variables({ ...golden.input, image });
  expect(
    String(attributes)
      .split(",")
      .every((each) => each.split("=").length === 2),
  ).toBe(true);
  expect(attributes).toContain("service.version=0123456789ab");
});
