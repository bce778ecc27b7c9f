const V4 = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/;
const V6_GROUP = /^[0-9A-Fa-f]{1,4}$/;

/** An address of 32 or 128 bits as a number. */
export class IpAddress {
  readonly value: bigint;
  readonly bits: 32 | 128;

  constructor(value: bigint, bits: 32 | 128) {
    this.value = value;
    this.bits = bits;
  }

  equals(other: IpAddress): boolean {
    return this.bits === other.bits && this.value === other.value;
  }

  /** Whether the first `length` bits are those of another address. */
  startsLike(other: IpAddress, length: number): boolean {
    const rest = BigInt(this.bits - length);
    return this.bits === other.bits && this.value >> rest === other.value >> rest;
  }

  isLoopback(): boolean {
    return this.bits === 32 ? this.value >> 24n === 127n : this.value === 1n;
  }

  isLinkLocalUnicast(): boolean {
    return this.bits === 32 ? this.value >> 16n === 0xa9fen : this.value >> 118n === 0xfe80n >> 6n;
  }

  isLinkLocalMulticast(): boolean {
    return this.bits === 32
      ? this.value >> 8n === 0xe00000n
      : (this.value >> 112n) % 0x10n === 2n && this.isMulticast();
  }

  isGlobalUnicast(): boolean {
    const broadcast = this.bits === 32 && this.value === 0xffffffffn;
    return this.value !== 0n && !broadcast && !this.isLoopback() && !this.isMulticast() && !this.isLinkLocalUnicast();
  }

  isMulticast(): boolean {
    return this.bits === 32 ? this.value >> 28n === 0xen : this.value >> 120n === 0xffn;
  }

  /** The canonical text of https://www.rfc-editor.org/rfc/rfc5952. */
  toString(): string {
    return this.bits === 32 ? textOfV4(this.value) : textOfV6(this.value);
  }
}

/** Reads an address; like Kubernetes not one with leading zeros, a zone, or IPv4 written inside IPv6. */
export function parseIp(text: string): IpAddress | undefined {
  if (V4.test(text)) {
    const parts = text.split(".").map(Number);
    if (parts.some((part) => part > 255)) return undefined;
    return new IpAddress(
      parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n),
      32,
    );
  }
  const groups = expandV6(text);
  if (groups === undefined) return undefined;
  const value = groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
  return value >> 32n === 0xffffn ? undefined : new IpAddress(value, 128);
}

function expandV6(text: string): string[] | undefined {
  if (text.length > 39 || !text.includes(":")) return undefined;
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = "", tail] = halves;
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [...left, ...Array<string>(missing).fill("0"), ...right];
  return groups.every((group) => V6_GROUP.test(group)) ? groups : undefined;
}

function textOfV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
}

function textOfV6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const text = groups.join(":");
  // The longest run of zeros, the first of equals, becomes `::`.
  const runs = text.match(/(?:^|(?<=:))0(?::0)+(?=:|$)/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "");
  if (longest === "") return text;
  const at = text.search(new RegExp(`(?:^|(?<=:))${longest}(?=:|$)`));
  return `${text.slice(0, at).replace(/:$/, "")}::${text.slice(at + longest.length).replace(/^:/, "")}`;
}
