import fc from "fast-check";
import { expect, test } from "vitest";
import { labelValue } from "./labels.ts";

// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
const VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

// fast-check's own `unit: "binary"` does the same, and takes seconds to prepare.
const anyText = fc.array(fc.nat(0x10ffff), { maxLength: 200 }).map((points) => String.fromCodePoint(...points));

test("whatever it is made of, a label's value is one", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const value = labelValue(text);
      expect(value).toMatch(VALUE);
      expect(value.length).toBeLessThanOrEqual(63);
    }),
  );
});

test("what is one already stays as it is", () => {
  expect(labelValue("v1.9.2-rc.1_a")).toBe("v1.9.2-rc.1_a");
});
