import { expect, test } from "vitest";
import { dotted } from "./describe-issues.ts";
import { checkDocument } from "./document.ts";

function remedies(spec: unknown): Record<string, string> {
  const metadata = { name: "checkout" };
  const { violations } = checkDocument({ apiVersion: "fairlead.dev/v1alpha1", kind: "Service", metadata, spec });
  return Object.fromEntries(violations.map(({ path, remedy }) => [path, remedy]));
}

const spec = { template: "web-service@1.0.0", owner: "a-team" };

test("a misspelt field names the one that was meant, however deep", () => {
  expect(
    remedies({ ...spec, imge: "x", scale: { mn: 1 }, needs: [{ service: "cart", prot: "http" }], telemetree: {} }),
  ).toEqual({
    "spec.imge": "Did you mean image?",
    "spec.scale.mn": "Did you mean min?",
    "spec.needs.0.prot": "Did you mean port?",
    "spec.telemetree": "Did you mean telemetry?",
  });
});

test("a field that nobody could mean is told what there is, where that is little", () => {
  expect(remedies({ ...spec, scale: { replicas: 3 } })).toEqual({
    "spec.scale.replicas": "Take it out. There are min, max, cpuPercent.",
  });
  expect(remedies({ ...spec, sidecars: [] })).toEqual({ "spec.sidecars": "Check the spelling, or take it out." });
});

test("of several shapes the one that was begun is explained", () => {
  expect(remedies({ ...spec, health: { ready: { http: { port: "http", path: "readyz" } } } })).toEqual({
    "spec.health.ready.http.path": "Write it like /readyz.",
  });
  expect(remedies({ ...spec, needs: [{ svc: "cart" }] })).toEqual({
    "spec.needs.0": "Name one of service, resource or external (with its port).",
  });
});

test("no more than fifty mistakes are told, and how many there are beyond", () => {
  const unknown = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, 1]));
  const { violations } = checkDocument({
    apiVersion: "fairlead.dev/v1alpha1",
    kind: "System",
    metadata: { name: "shop" },
    spec: { owner: "a-team", ...unknown },
  });
  expect(violations).toHaveLength(51);
  expect(violations.at(-1)?.reason).toBe("has 4950 more mistakes like these");
});

test("names from outside are cut and made harmless", () => {
  expect(dotted(["spec", `\u001b[2J${"x".repeat(1000)}`])).toBe(`spec.\ufffd[2J${"x".repeat(76)}…`);
});
