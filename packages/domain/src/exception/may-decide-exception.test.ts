import { expect, test } from "vitest";
import { anException } from "../../testing/exceptions.ts";
import type { Actor } from "../access/actor.ts";
import { mayDecideException } from "./may-decide-exception.ts";

const person = (personId: string, platformEngineer: boolean): Actor => ({
  personId,
  name: personId,
  memberships: [{ team: "checkout-team", role: "maintainer" }],
  platformEngineer,
  via: "session",
});

test("a platform engineer decides, and never about what they asked for themselves", () => {
  expect(mayDecideException(person("pat", true), anException())).toEqual({ allowed: true });
  expect(mayDecideException(person("dana", true), anException())).toEqual({
    allowed: false,
    reason: "You asked for this one, so somebody else decides: another platform engineer.",
    whoCould: "another platform engineer",
  });
  expect(mayDecideException(person("omar", false), anException())).toMatchObject({ allowed: false });
  expect(mayDecideException(person("", true), anException())).toMatchObject({ allowed: false });
});
