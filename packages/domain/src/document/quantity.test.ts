import { expect, test } from "vitest";
import { byteQuantity, cpuQuantity, quantityValue } from "./quantity.ts";

test.each([
  ["250m", 0.25],
  ["2", 2],
  ["0.5", 0.5],
  ["1Ki", 1024],
  ["256Mi", 268_435_456],
  ["1.5Gi", 1_610_612_736],
  ["1G", 1e9],
])("%s is %d", (quantity, value) => expect(quantityValue(quantity)).toBeCloseTo(value));

test.each(["", "Mi", "1 Gi", "1e3", "-1", "+1", "1Pi", "1,5Gi", "0x10", "1GiB", "١Gi"])("%j is none", (quantity) =>
  expect(quantityValue(quantity)).toBeUndefined(),
);

test.each(["0", "100m", "1GB", "ten", "1.Gi"])("%s is no size", (size) =>
  expect(byteQuantity.safeParse(size).success).toBe(false),
);

test("an amount of CPU says how to write it", () => {
  expect(cpuQuantity.safeParse("100m").success).toBe(true);
  expect(cpuQuantity.safeParse("1Gi").error?.issues[0]?.message).toMatch(
    /^is not an amount of CPU\|\|Write thousandths/,
  );
});
