import type { KubernetesObject } from "@fairlead/domain";
import { expect, test } from "vitest";
import { claimsKept, storageKept } from "./claims-kept.ts";

const claim = (name: string, storage: string, storageClassName = "standard") => ({
  metadata: { name },
  spec: { storageClassName, resources: { requests: { storage } } },
});
const keeping = (...volumeClaimTemplates: unknown[]): KubernetesObject[] => [
  { apiVersion: "apps/v1", kind: "StatefulSet", metadata: { name: "ledger" }, spec: { volumeClaimTemplates } },
];
const profile = (expandable: boolean) => ({
  storageClasses: [{ name: "standard", driver: "csi.example.com", isDefault: true, expandable }],
});
const refusals = (before: KubernetesObject[], after: KubernetesObject[]) =>
  claimsKept(before, after, profile(true)).filter(({ severity }) => severity === "error");
const reasons = (before: KubernetesObject[], after: KubernetesObject[]) =>
  refusals(before, after).map(({ reason }) => reason);

const DATA = claim("data", "10Gi");

test("what keeps its volumes is let through, and so is who had none", () => {
  expect(claimsKept(keeping(DATA), keeping(claim("data", "10240Mi")), profile(true))).toEqual([]);
  expect(claimsKept([], keeping(DATA), profile(true))).toEqual([]);
});

test("a volume with data in it neither goes, nor shrinks, nor moves, and none is added", () => {
  expect(reasons(keeping(DATA), [])).toEqual(["Volume data would be taken away, and holds data"]);
  expect(reasons(keeping(DATA), keeping(claim("data", "5Gi")))[0]).toContain("shrink from 10Gi to 5Gi");
  expect(reasons(keeping(DATA), keeping(claim("data", "10Gi", "fast")))[0]).toContain("standard to fast");
  expect(reasons(keeping(DATA), keeping(claim("data", "20Gi", "fast")))[0]).toContain("standard to fast");
  expect(reasons(keeping(DATA), keeping(DATA, claim("logs", "1Gi")))[0]).toContain("logs is new");
  expect(reasons(keeping(), keeping(DATA))[0]).toContain("data is new");
});

test("a volume grows where its class lets it, and it is said that there is no way back", () => {
  const larger = keeping(claim("data", "20Gi"));
  expect(claimsKept(keeping(DATA), larger, profile(true))).toEqual([
    {
      path: "spec.storage",
      reason: "Volume data grows from 10Gi to 20Gi while pods keep running, and never shrinks again",
      remedy: "Keep 10Gi if you are not sure yet.",
      severity: "warning",
    },
  ]);
  for (const unable of [profile(false), { storageClasses: [] }]) {
    const [violation] = claimsKept(keeping(DATA), larger, unable);
    expect(violation).toMatchObject({ severity: "error", reason: expect.stringContaining("standard do not grow") });
    expect(violation?.remedy).toContain("allowVolumeExpansion");
  }
});

test("every refusal names the declaration's field and the way out", () => {
  const [violation] = refusals(keeping(DATA), []);
  expect(violation).toMatchObject({ path: "spec.storage", severity: "error" });
  expect(violation?.remedy).toContain("Keep data.");
});

test("a declaration alone says what it would take away, shrink or add, and not whether volumes can grow", () => {
  const kept = (...declared: { name: string; size: string }[]) =>
    storageKept(keeping(DATA), declared).map(({ reason }) => reason);
  expect(kept({ name: "data", size: "20Gi" })).toEqual([]);
  expect(kept({ name: "data", size: "5Gi" })).toEqual([expect.stringContaining("shrink")]);
  expect(kept({ name: "other", size: "10Gi" })).toEqual([
    expect.stringContaining("data would be taken away"),
    expect.stringContaining("other is new"),
  ]);
  expect(storageKept([], [{ name: "data", size: "5Gi" }])).toEqual([]);
});
