import { type CelLibrary, evaluationError, SYNC } from "./library.ts";
import { parseQuantity, Quantity } from "./quantity-value.ts";

const TYPE = "kubernetes.Quantity";

/** https://pkg.go.dev/k8s.io/apiserver/pkg/cel/library#Quantity */
export const quantity: CelLibrary = {
  name: "quantity",
  sinceMinor: 28,
  register(environment) {
    environment
      .registerType(TYPE, Quantity)
      .registerOperator(`${TYPE} == ${TYPE}`, (a: Quantity, b: Quantity) => a.nanos === b.nanos)
      .registerFunction(`quantity(string): ${TYPE}`, parse, SYNC)
      .registerFunction("isQuantity(string): bool", (text: string) => parseQuantity(text) !== undefined, SYNC)
      .registerFunction(`${TYPE}.isInteger(): bool`, (a: Quantity) => a.isInteger(), SYNC)
      .registerFunction(`${TYPE}.asInteger(): int`, asInteger, SYNC)
      .registerFunction(`${TYPE}.asApproximateFloat(): double`, (a: Quantity) => Number(a.nanos) / 1e9, SYNC)
      .registerFunction(`${TYPE}.sign(): int`, (a: Quantity) => signOf(a.nanos), SYNC)
      .registerFunction(`${TYPE}.isLessThan(${TYPE}): bool`, (a: Quantity, b: Quantity) => a.nanos < b.nanos, SYNC)
      .registerFunction(`${TYPE}.isGreaterThan(${TYPE}): bool`, (a: Quantity, b: Quantity) => a.nanos > b.nanos, SYNC)
      .registerFunction(
        `${TYPE}.compareTo(${TYPE}): int`,
        (a: Quantity, b: Quantity) => signOf(a.nanos - b.nanos),
        SYNC,
      )
      .registerFunction(
        `${TYPE}.add(${TYPE}): ${TYPE}`,
        (a: Quantity, b: Quantity) => new Quantity(a.nanos + b.nanos),
        SYNC,
      )
      .registerFunction(`${TYPE}.add(int): ${TYPE}`, (a: Quantity, b: bigint) => new Quantity(a.nanos + b * NANO), SYNC)
      .registerFunction(
        `${TYPE}.sub(${TYPE}): ${TYPE}`,
        (a: Quantity, b: Quantity) => new Quantity(a.nanos - b.nanos),
        SYNC,
      )
      .registerFunction(
        `${TYPE}.sub(int): ${TYPE}`,
        (a: Quantity, b: bigint) => new Quantity(a.nanos - b * NANO),
        SYNC,
      );
  },
};

const NANO = 1_000_000_000n;

function parse(text: string): Quantity {
  const value = parseQuantity(text);
  if (value === undefined) {
    throw evaluationError(
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    );
  }
  return value;
}

function asInteger(value: Quantity): bigint {
  if (!value.isInteger()) throw evaluationError("cannot convert value to integer");
  return value.nanos / NANO;
}

function signOf(value: bigint): bigint {
  if (value === 0n) return 0n;
  return value > 0n ? 1n : -1n;
}
