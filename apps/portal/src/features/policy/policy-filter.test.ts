import { expect, test } from "vitest";
import { filterPolicies, type PolicySummaryView, policyFilterPath, readPolicyFilter } from "./policy-filter.ts";

const policy = (id: string, changed: Partial<PolicySummaryView> = {}): PolicySummaryView => ({
  id,
  title: `About ${id}`,
  severity: "high",
  controls: ["CIS 5.2.6"],
  stage: "deny",
  services: 0,
  clusters: { inStep: 2, total: 2 },
  ...changed,
});
const ALL = [
  policy("run-as-non-root"),
  policy("image-digest", { stage: "warn", services: 3, controls: ["NSA image provenance"] }),
  policy("spread", { stage: "audit", clusters: { inStep: 1, total: 2 } }),
];
const found = (query: Record<string, string>) => filterPolicies(ALL, readPolicyFilter(query)).map(({ id }) => id);

test.each([
  [{}, ["run-as-non-root", "image-digest", "spread"]],
  [{ text: "cis 5.2" }, ["run-as-non-root", "spread"]],
  [{ text: "DIGEST" }, ["image-digest"]],
  [{ stage: "audit" }, ["spread"]],
  [{ stage: "anything" }, ["run-as-non-root", "image-digest", "spread"]],
  [{ broken: "1" }, ["image-digest"]],
  [{ differing: "1" }, ["spread"]],
  [{ broken: "1", differing: "1" }, []],
] as const)("%o finds %o", (query, ids) => {
  expect(found(query)).toEqual(ids);
});

test("a filter stands in the address, and comes back from it", () => {
  const path = policyFilterPath({ text: "CIS", stage: "warn", broken: true, differing: false });
  expect(path).toBe("/policies?text=CIS&stage=warn&broken=1");
  expect(policyFilterPath({ text: "", stage: undefined, broken: false, differing: false })).toBe("/policies");
});
