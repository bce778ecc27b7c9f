import { expect, test } from "vitest";
import { initialsOf } from "./initials.ts";

test.each([
  ["Mira Köhler", "MK"],
  ["checkout-team", "CT"],
  ["Ana Maria Ruiz", "AR"],
  ["platform", "P"],
  ["Ömer", "Ö"],
  ["", "?"],
])("%s is %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
