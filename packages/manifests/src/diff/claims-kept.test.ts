import type { KubernetesObject } from "@fairlead/domain";
import { expect, test } from "vitest";
import { claimsKept } from "./claims-kept.ts";

const claim = (name: string, storage: string, storageClassName = "standard") => ({
  metadata: { name },
  spec: { storageClassName, resources: { requests: { storage } } },
});
const keeping = (...volumeClaimTemplates: unknown[]): KubernetesObject[] => [
  { apiVersion: "apps/v1", kind: "StatefulSet", metadata: { name: "ledger" }, spec: { volumeClaimTemplates } },
];
const reasons = (before: KubernetesObject[], after: KubernetesObject[]) =>
  claimsKept(before, after).map(({ reason }) => reason);

const DATA = claim("data", "10Gi");

test("what keeps its volumes is let through, and so is who had none", () => {
  expect(claimsKept(keeping(DATA), keeping(claim("data", "10240Mi")))).toEqual([]);
  expect(claimsKept([], keeping(DATA))).toEqual([]);
});

test("a volume with data in it neither goes, nor shrinks, nor grows, nor moves", () => {
  expect(reasons(keeping(DATA), [])).toEqual(["data is taken away, and its volumes of 10Gi hold data"]);
  expect(reasons(keeping(DATA), keeping(claim("data", "5Gi")))[0]).toContain("shrinks from 10Gi to 5Gi");
  expect(reasons(keeping(DATA), keeping(claim("data", "20Gi")))[0]).toContain("grows from 10Gi to 20Gi");
  expect(reasons(keeping(DATA), keeping(claim("data", "10Gi", "fast")))[0]).toContain("standard to fast");
  expect(reasons(keeping(DATA), keeping(DATA, claim("logs", "1Gi")))[0]).toContain("logs is new");
  expect(reasons(keeping(), keeping(DATA))[0]).toContain("data is new");
});

test("every refusal names the declaration's field and the way out", () => {
  const [violation] = claimsKept(keeping(DATA), []);
  expect(violation).toMatchObject({ path: "spec.storage", severity: "error" });
  expect(violation?.remedy).toContain("Keep data.");
});
