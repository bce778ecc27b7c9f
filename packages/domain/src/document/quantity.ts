import * as z from "zod";

const PATTERN = /^(\d+(?:\.\d+)?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/;
const FACTOR: Record<string, number> = {
  m: 1e-3,
  "": 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/**
 * The number behind a Kubernetes quantity in its base unit: cores for CPU, bytes for memory. `undefined` for what is
 * none. Exponents and the suffixes above tera are left out on purpose: nobody means them.
 */
export function quantityValue(quantity: string): number | undefined {
  const match = PATTERN.exec(quantity);
  return match === null ? undefined : Number(match[1]) * (FACTOR[match[2] ?? ""] ?? 1);
}

/** Bytes, as `256Mi`. */
export const byteQuantity = z
  .string()
  .refine(
    (value) => !value.endsWith("m") && (quantityValue(value) ?? 0) > 0,
    "is not a size||Write a number with a unit, such as 256Mi or 10Gi.",
  );

/** CPU, as `250m` or `2`. */
export const cpuQuantity = z
  .string()
  .refine(
    (value) => /^\d+(\.\d+)?m?$/.test(value) && (quantityValue(value) ?? 0) > 0,
    "is not an amount of CPU||Write thousandths such as 250m, or whole cores such as 2.",
  );
