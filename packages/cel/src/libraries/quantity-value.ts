const NANO = 1_000_000_000n;
// Kubernetes caps what is larger, rather than refuse it.
const LARGEST = (2n ** 63n - 1n) * NANO;

const PATTERN = /^([+-]?)(\d+\.?\d*|\.\d+)(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d+))?$/;

const BINARY: Readonly<Record<string, bigint>> = {
  Ki: 2n ** 10n,
  Mi: 2n ** 20n,
  Gi: 2n ** 30n,
  Ti: 2n ** 40n,
  Pi: 2n ** 50n,
  Ei: 2n ** 60n,
};

const DECIMAL_EXPONENT: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** An amount such as `250m` or `1.5Gi`, exact down to 10⁻⁹. */
export class Quantity {
  /** The amount times 10⁹. */
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }

  isInteger(): boolean {
    return this.nanos % NANO === 0n && this.nanos <= LARGEST && this.nanos >= -LARGEST;
  }

  /** For comparisons. */
  valueOf(): bigint {
    return this.nanos;
  }

  toString(): string {
    return this.nanos % NANO === 0n ? `${this.nanos / NANO}` : `${this.nanos}n`;
  }
}

/** Reads an amount as Kubernetes does: https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity */
export function parseQuantity(text: string): Quantity | undefined {
  const match = text.length > 100 ? null : PATTERN.exec(text);
  if (match === null) return undefined;
  const [, sign, digits = "", binary, decimal, exponentText] = match;
  const [whole = "", fraction = ""] = digits.split(".");
  const exponent = exponentText === undefined ? (DECIMAL_EXPONENT[decimal ?? ""] ?? 0) : Number(exponentText);
  if (Math.abs(exponent) > 1000) return undefined;
  const shift = 9 + exponent - fraction.length;
  const unscaled = BigInt(`${whole}${fraction}` || "0") * (BINARY[binary ?? ""] ?? 1n);
  const nanos = shift >= 0 ? unscaled * 10n ** BigInt(shift) : divideUp(unscaled, 10n ** BigInt(-shift));
  const capped = nanos > LARGEST ? LARGEST : nanos;
  return new Quantity(sign === "-" ? -capped : capped);
}

/** What is finer than 10⁻⁹ is rounded away from zero. */
function divideUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}
