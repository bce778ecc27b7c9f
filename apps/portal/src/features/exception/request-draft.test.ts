import { expect, test } from "vitest";
import { askBody, refusalOf } from "./request-draft.ts";

const draft = {
  service: " checkout ",
  from: "setting runAsUser",
  value: "1000",
  environments: ["dev"],
  reason: "The image knows no other user.",
  control: "The team watches it.",
  days: 14,
};

test.each([
  ["runAsUser", "1000", 1000],
  ["readOnlyRootFilesystem", "false", false],
  ["addCapabilities", '["NET_BIND_SERVICE"]', ["NET_BIND_SERVICE"]],
  ["cpuLimit", "1500m", "1500m"],
])("%s: %s is sent as what it is", (setting, value, sent) => {
  expect(askBody({ ...draft, from: `setting ${setting}`, value }, 0).subject).toEqual({
    kind: "setting",
    setting,
    value: sent,
  });
});

test("a policy is sent by its id, the end as a moment", () => {
  expect(askBody({ ...draft, from: "policy spread" }, 0)).toMatchObject({
    service: "checkout",
    subject: { kind: "policy", policy: "spread" },
    until: "1970-01-14T23:59:00.000Z",
  });
});

test("what is missing is said before anything is sent", () => {
  expect(refusalOf(draft)).toBeUndefined();
  expect(refusalOf({ ...draft, environments: [] })).toBe("Say in which environments.");
  expect(refusalOf({ ...draft, value: "" })).toBe("Say which value is to be allowed.");
  expect(refusalOf({ ...draft, days: null })).toBe("Say for how many days.");
});
