/** https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string */
const STRICT =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;
const MAX_LENGTH = 256;

export class Semver {
  readonly text: string;
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly prerelease: readonly string[];

  constructor(text: string, numbers: readonly [bigint, bigint, bigint], prerelease: readonly string[]) {
    this.text = text;
    this.numbers = numbers;
    this.prerelease = prerelease;
  }

  toString(): string {
    return this.text;
  }
}

/** `loose` forgives what people write: a `v` in front, missing parts, leading zeros. */
export function parseSemver(text: string, loose: boolean): Semver | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const match = STRICT.exec(loose ? normalised(text) : text);
  if (match === null) return undefined;
  const [whole, major = "0", minor = "0", patch = "0", prerelease] = match;
  return new Semver(whole, [BigInt(major), BigInt(minor), BigInt(patch)], prerelease?.split(".") ?? []);
}

function normalised(text: string): string {
  const [, numbers = "", rest = ""] = /^v?([^-+]*)(.*)$/s.exec(text) ?? [];
  const parts = numbers.split(".").map((part) => part.replace(/^0+(?=\d)/, ""));
  while (parts.length < 3) parts.push("0");
  return parts.join(".") + rest;
}

export function compareSemver(a: Semver, b: Semver): -1 | 0 | 1 {
  for (const index of [0, 1, 2] as const) {
    if (a.numbers[index] !== b.numbers[index]) return a.numbers[index] < b.numbers[index] ? -1 : 1;
  }
  return comparePrerelease(a.prerelease, b.prerelease);
}

/** A release is later than what came before it; numbers come before words. https://semver.org/#spec-item-11 */
function comparePrerelease(a: readonly string[], b: readonly string[]): -1 | 0 | 1 {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 0 : a.length === 0 ? 1 : -1;
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left === right) continue;
    const [isNumber, otherIsNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isNumber && otherIsNumber) return BigInt(left) < BigInt(right) ? -1 : 1;
    if (isNumber !== otherIsNumber) return isNumber ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return a.length === b.length ? 0 : -1;
}
