import { IP_TYPE, toIp } from "./ip.ts";
import { IpAddress, parseIp } from "./ip-value.ts";
import { type CelLibrary, evaluationError, SYNC } from "./library.ts";

const TYPE = "net.CIDR";

class Cidr {
  readonly address: IpAddress;
  readonly length: number;

  constructor(address: IpAddress, length: number) {
    this.address = address;
    this.length = length;
  }

  contains(address: IpAddress): boolean {
    return this.address.startsLike(address, this.length);
  }

  containsRange(other: Cidr): boolean {
    return other.length >= this.length && this.contains(other.address);
  }

  masked(): Cidr {
    const rest = BigInt(this.address.bits - this.length);
    return new Cidr(new IpAddress((this.address.value >> rest) << rest, this.address.bits), this.length);
  }

  toString(): string {
    return `${this.address}/${this.length}`;
  }
}

/** https://pkg.go.dev/k8s.io/apiserver/pkg/cel/library#CIDR */
export const cidr: CelLibrary = {
  name: "cidr",
  sinceMinor: 30,
  register(environment) {
    environment
      .registerType(TYPE, Cidr)
      .registerOperator(
        `${TYPE} == ${TYPE}`,
        (a: Cidr, b: Cidr) => a.length === b.length && a.address.equals(b.address),
      )
      .registerFunction(`cidr(string): ${TYPE}`, toCidr, SYNC)
      .registerFunction("isCIDR(string): bool", (text: string) => parseCidr(text) !== undefined, SYNC)
      .registerFunction(`string(${TYPE}): string`, (range: Cidr) => range.toString(), SYNC)
      .registerFunction(`${TYPE}.ip(): ${IP_TYPE}`, (range: Cidr) => range.address, SYNC)
      .registerFunction(`${TYPE}.prefixLength(): int`, (range: Cidr) => BigInt(range.length), SYNC)
      .registerFunction(`${TYPE}.masked(): ${TYPE}`, (range: Cidr) => range.masked(), SYNC)
      .registerFunction(
        `${TYPE}.containsIP(${IP_TYPE}): bool`,
        (range: Cidr, address: IpAddress) => range.contains(address),
        SYNC,
      )
      .registerFunction(
        `${TYPE}.containsIP(string): bool`,
        (range: Cidr, text: string) => range.contains(toIp(text)),
        SYNC,
      )
      .registerFunction(
        `${TYPE}.containsCIDR(${TYPE}): bool`,
        (range: Cidr, other: Cidr) => range.containsRange(other),
        SYNC,
      )
      .registerFunction(
        `${TYPE}.containsCIDR(string): bool`,
        (range: Cidr, text: string) => range.containsRange(toCidr(text)),
        SYNC,
      );
  },
};

function toCidr(text: string): Cidr {
  const range = parseCidr(text);
  if (range === undefined)
    throw evaluationError(`network address parse error during conversion from string: ${text.slice(0, 100)}`);
  return range;
}

function parseCidr(text: string): Cidr | undefined {
  const [addressText = "", lengthText = "", ...more] = text.split("/");
  const address = parseIp(addressText);
  if (address === undefined || more.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(lengthText)) return undefined;
  const length = Number(lengthText);
  return length <= address.bits ? new Cidr(address, length) : undefined;
}
