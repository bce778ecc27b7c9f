import { expect, test } from "vitest";
import { exceptionSubjectSchema } from "./exception.ts";

const wrong = (subject: unknown) =>
  exceptionSubjectSchema.safeParse(subject).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

test("of a subject that is wrong, what is said is about that subject", () => {
  expect(wrong({ kind: "policy", policy: "spread" })).toBeUndefined();
  expect(wrong({ kind: "setting", setting: "maxUnavailable", value: 2 })).toBeUndefined();
  expect(wrong({ kind: "policy", polcy: "spread" })?.join()).toMatch(/^policy: .*polcy/);
  expect(wrong({ kind: "setting", setting: "maxUnavailable", value: 500 })?.join()).toMatch(/^value: is more than 100/);
  expect(wrong({ kind: "setting", setting: "maxUnavailble", value: 2 })?.join()).toMatch(/^setting: /);
});
