import type { Exception } from "@fairlead/domain";
import { expect, test } from "vitest";
import { anException } from "../../../domain/testing/exceptions.ts";
import type { PolicyFinding } from "./policy-reader.ts";
import { withoutExcused } from "./without-excused.ts";

const now = new Date("2026-05-02T00:00:00Z");
const approved = anException();
const finding = (change: Partial<PolicyFinding> = {}): PolicyFinding => ({
  policy: "spread",
  object: "Deployment/checkout",
  message: "spreads over nothing.",
  service: "checkout",
  team: "shop",
  environment: "prod",
  cluster: "prod-eu",
  ...change,
});

test("a service that is let off a policy does not break it, where and while it is let off", () => {
  const others = [
    finding({ policy: "run-as-non-root" }),
    finding({ environment: "staging" }),
    finding({ service: "cart" }),
  ];
  expect(withoutExcused([finding(), ...others], [approved], now)).toEqual(others);
  expect(withoutExcused([finding()], [approved], approved.until)).toEqual([finding()]);
});

test("an exception from a setting lets off the policies that refuse the setting", () => {
  const readOnly = finding({ policy: "read-only-root-filesystem" });
  const subject: Exception["subject"] = { kind: "setting", setting: "readOnlyRootFilesystem", value: false };
  expect(withoutExcused([readOnly, finding()], [{ ...approved, subject }], now)).toEqual([finding()]);
});
