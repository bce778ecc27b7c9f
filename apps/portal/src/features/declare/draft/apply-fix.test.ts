import { expect, test } from "vitest";
import { applyFix } from "./apply-fix.ts";

const user = { label: "Run as user 65532", patch: { runAsUser: 65532 } };
const three = { label: "Run at least 3 in prod", patch: { environments: { prod: { scale: { min: 3, max: 4 } } } } };

test("mends the answer for all", () => {
  expect(applyFix({ spec: { runAsUser: 0 } }, user, "prod")).toEqual({ spec: { runAsUser: 65532 } });
});

test("mends what the environment answers for itself, and leaves the answer for all", () => {
  const draft = { spec: { scale: { min: 2 }, environments: { prod: { runAsUser: 0 } } } };
  expect(applyFix(draft, user, "prod")).toEqual({
    spec: { scale: { min: 2 }, environments: { prod: { runAsUser: 65532 } } },
  });
  expect(applyFix(draft, user, "dev")).toEqual({ spec: { ...draft.spec, runAsUser: 65532 } });
});

test("a patch may meet an environment's answer in part", () => {
  const draft = { spec: { environments: { prod: { scale: { min: 1 } } } } };
  expect(applyFix(draft, { label: "", patch: { scale: { min: 2, cpuPercent: 70 } } }, "prod")).toEqual({
    spec: { scale: { cpuPercent: 70 }, environments: { prod: { scale: { min: 2 } } } },
  });
});

test("a patch for one environment is applied there", () => {
  expect(applyFix({ spec: { environments: { prod: {} } } }, three, "dev")).toEqual({
    spec: { environments: { prod: { scale: { min: 3, max: 4 } } } },
  });
});

test("what does not belong there is taken out where it was said", () => {
  const draft = { spec: { schedule: {}, environments: { dev: { schedule: {} } } } };
  expect(applyFix(draft, { label: "", patch: { schedule: null } }, "dev")).toEqual({
    spec: { environments: { dev: { schedule: {} } } },
  });
  expect(applyFix(draft, { label: "", patch: { environments: { dev: { schedule: null } } } }, "dev")).toEqual({
    spec: { schedule: {}, environments: { dev: {} } },
  });
});
