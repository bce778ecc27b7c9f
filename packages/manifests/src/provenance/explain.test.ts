import { describe, expect, test } from "vitest";
import { goldenCases } from "../../testing/golden-case.ts";
import { type RenderInput, render } from "../index.ts";
import { OTHERWISE } from "./baseline-reason.ts";
import { leavesOf } from "./differing-leaves.ts";
import { explain, type Provenance } from "./explain.ts";

const rendered = goldenCases().filter(({ input }) => render(input).ok);

function inputOf(name: string): RenderInput {
  const found = rendered.find((golden) => golden.name === name);
  if (found === undefined) throw new Error(`There is no golden case ${name} that can be rendered.`);
  return found.input;
}

function explained(input: RenderInput): Provenance {
  const result = explain(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Who decided a leaf of the first object of a kind. */
function setterOf({ sources, objects }: Provenance, kind: string, path: string) {
  const leaf = objects.find((object) => object.kind === kind)?.leaves.find((candidate) => candidate.path === path);
  return sources[leaf?.sources[0] ?? -1];
}

describe.each(rendered.map(({ name, input }) => [name, input] as const))("%s", (_, input) => {
  test("somebody set every leaf, and says why", () => {
    const { sources, objects } = explained(input);
    const result = render(input);
    const expected = result.ok ? [...result.value.guarded, ...result.value.objects] : [];
    expect(objects.map(({ leaves }) => leaves.map(({ path, value }) => ({ path, value })))).toEqual(
      expected.map((object) => leavesOf(object)),
    );
    const unsaid = objects.flatMap(({ kind, leaves }) =>
      leaves
        .filter(({ sources: [first] }) => (sources[first ?? -1]?.reason ?? OTHERWISE) === OTHERWISE)
        .map(({ path }) => `${kind} ${path}`),
    );
    expect(unsaid).toEqual([]);
  });

  test("a reason is there once for each setting", () => {
    const { sources } = explained(input);
    const named = sources.map(({ by, path, reason }) => (by === "baseline" ? reason : `${by} ${path}`));
    expect(new Set(named).size).toBe(named.length);
  });
});

const CONTAINER = "spec.template.spec.containers.0";

test.each([
  ["Deployment", `${CONTAINER}.image`, "answer", "spec.image"],
  ["Deployment", "metadata.name", "answer", "metadata.name"],
  ["Deployment", `${CONTAINER}.name`, "answer", "metadata.name"],
  ["Deployment", `${CONTAINER}.env.1.value`, "answer", "spec.env.API_URL"],
  ["Deployment", `${CONTAINER}.env.3.name`, "answer", "spec.needs.0.as"],
  ["Deployment", `${CONTAINER}.env.3.value`, "catalog", "services.cart.namespace"],
  ["Deployment", `${CONTAINER}.readinessProbe.httpGet.path`, "answer", "spec.health.ready.http.path"],
  ["Deployment", `${CONTAINER}.livenessProbe.failureThreshold`, "baseline", ""],
  ["Deployment", `${CONTAINER}.ports.1.name`, "answer", "spec.ports.1.name"],
  ["Deployment", `${CONTAINER}.resources.limits.memory`, "template", "sizes.medium.memory"],
  ["Deployment", `${CONTAINER}.securityContext.readOnlyRootFilesystem`, "baseline", ""],
  ["Deployment", `${CONTAINER}.volumeMounts.0.mountPath`, "template", "defaults.spec.scratch.0.path"],
  ["Deployment", "metadata.labels.owner", "catalog", "team"],
  ["HorizontalPodAutoscaler", "spec.minReplicas", "answer", "spec.scale.min"],
  ["HorizontalPodAutoscaler", "spec.behavior.scaleDown.stabilizationWindowSeconds", "baseline", ""],
  ["HTTPRoute", "spec.hostnames.0", "answer", "spec.expose.hosts"],
  ["HTTPRoute", "spec.parentRefs.0.name", "profile", "gateways.public.name"],
  ["Namespace", "metadata.labels.fairlead.dev/production", "environment", "spec.production"],
  ["Namespace", "metadata.name", "place", "namespace"],
] as const)("%s %s was set by %s %s", (kind, path, by, setting) => {
  expect(setterOf(explained(inputOf("public-web-service-in-prod")), kind, path)).toMatchObject({ by, path: setting });
});

test("an answer that the environment patches is found where it was given", () => {
  const input = inputOf("public-web-service-in-prod");
  const { service } = input;
  const environments = { prod: { scale: { min: 5 } } };
  const provenance = explained({ ...input, service: { ...service, spec: { ...service.spec, environments } } });
  expect(setterOf(provenance, "HorizontalPodAutoscaler", "spec.minReplicas")).toMatchObject({
    by: "answer",
    path: "spec.environments.prod.scale.min",
    value: 5,
  });
});

test("what cannot be rendered cannot be explained, and says why", () => {
  const broken = goldenCases().find(({ input }) => !render(input).ok);
  expect(broken === undefined ? undefined : explain(broken.input).ok).toBe(false);
});

test.each([
  ["readOnlyRootFilesystem", "exceptions.4.readOnlyRootFilesystem", false],
  ["runAsUser", "exceptions.3.runAsUser", 1000],
  ["seccompProfile.localhostProfile", "exceptions.6.seccompProfile", "profiles/licensing.json"],
])("an exception is named where it decides: %s", (field, path, value) => {
  const setter = setterOf(
    explained(inputOf("exceptions-in-force")),
    "Deployment",
    `${CONTAINER}.securityContext.${field}`,
  );
  expect(setter).toMatchObject({ by: "exception", path, value });
  expect(setter?.reason).toMatch(/^Exception \d, until 2026-06-01, approved by Pat Lindqvist: /);
});
