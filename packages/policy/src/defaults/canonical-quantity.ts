const QUANTITY = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/;

// Powers of 1000 from nano on, and of 1024 from one on.
const DECIMAL = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
const BINARY = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];
const NANO = 1_000_000_000n;
const MILLI = 1_000_000n;

/**
 * An amount as the API server writes it: `1024Mi` is `1Gi`, `1000m` is `1`, `0.5` is `500m`. What is no amount, and
 * what has an exponent, comes back as it is.
 * https://pkg.go.dev/k8s.io/apimachinery/pkg/api/resource#Quantity
 */
export function canonicalQuantity(amount: string): string {
  const [, sign = "", number = "", suffix = ""] = QUANTITY.exec(amount) ?? [];
  if (number === "") return amount;
  const [whole = "", fraction = ""] = number.split(".");
  const digits = BigInt(`${whole}${fraction}` || "0") * NANO * scaleOf(suffix);
  const divisor = 10n ** BigInt(fraction.length) * unitOf(suffix);
  // The API server rounds amounts of resources up to a thousandth.
  const nanos = ((digits + divisor * MILLI - 1n) / (divisor * MILLI)) * MILLI;
  if (nanos === 0n) return "0";
  const written =
    isBinary(suffix) && nanos >= 1024n * NANO && nanos % NANO === 0n ? asBinary(nanos / NANO) : asDecimal(nanos);
  return sign === "-" ? `-${written}` : written;
}

function isBinary(suffix: string): boolean {
  return suffix.endsWith("i");
}

function scaleOf(suffix: string): bigint {
  return isBinary(suffix) ? 1024n ** BigInt(BINARY.indexOf(suffix)) : 1000n ** BigInt(DECIMAL.indexOf(suffix));
}

/** Decimal suffixes count from nano, binary ones from one. */
function unitOf(suffix: string): bigint {
  return isBinary(suffix) ? 1n : NANO;
}

function asBinary(value: bigint): string {
  let [rest, power] = [value, 0];
  while (rest % 1024n === 0n && power < BINARY.length - 1) [rest, power] = [rest / 1024n, power + 1];
  return `${rest}${BINARY[power]}`;
}

function asDecimal(nanos: bigint): string {
  let [rest, power] = [nanos, 0];
  while (rest % 1000n === 0n && power < DECIMAL.length - 1) [rest, power] = [rest / 1000n, power + 1];
  return `${rest}${DECIMAL[power]}`;
}
