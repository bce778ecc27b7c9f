import { IpAddress, parseIp } from "./ip-value.ts";
import { type CelLibrary, evaluationError, SYNC } from "./library.ts";

export const IP_TYPE = "net.IP";

class IpNamespace {}

/** https://pkg.go.dev/k8s.io/apiserver/pkg/cel/library#IP */
export const ip: CelLibrary = {
  name: "ip",
  sinceMinor: 30,
  register(environment) {
    environment
      .registerType(IP_TYPE, IpAddress)
      .registerType("IpNamespace", IpNamespace)
      .registerConstant("ip", "IpNamespace", new IpNamespace())
      .registerOperator(`${IP_TYPE} == ${IP_TYPE}`, (a: IpAddress, b: IpAddress) => a.equals(b))
      .registerFunction(`ip(string): ${IP_TYPE}`, toIp, SYNC)
      .registerFunction("isIP(string): bool", (text: string) => parseIp(text) !== undefined, SYNC)
      .registerFunction(
        "IpNamespace.isCanonical(string): bool",
        (_: unknown, text: string) => toIp(text).toString() === text,
        SYNC,
      )
      .registerFunction(`string(${IP_TYPE}): string`, (address: IpAddress) => address.toString(), SYNC)
      .registerFunction(`${IP_TYPE}.family(): int`, (address: IpAddress) => (address.bits === 32 ? 4n : 6n), SYNC)
      .registerFunction(`${IP_TYPE}.isUnspecified(): bool`, (address: IpAddress) => address.value === 0n, SYNC)
      .registerFunction(`${IP_TYPE}.isLoopback(): bool`, (address: IpAddress) => address.isLoopback(), SYNC)
      .registerFunction(
        `${IP_TYPE}.isLinkLocalMulticast(): bool`,
        (address: IpAddress) => address.isLinkLocalMulticast(),
        SYNC,
      )
      .registerFunction(
        `${IP_TYPE}.isLinkLocalUnicast(): bool`,
        (address: IpAddress) => address.isLinkLocalUnicast(),
        SYNC,
      )
      .registerFunction(`${IP_TYPE}.isGlobalUnicast(): bool`, (address: IpAddress) => address.isGlobalUnicast(), SYNC);
  },
};

/** @throws an evaluation error where the text is no address */
export function toIp(text: string): IpAddress {
  const address = parseIp(text);
  if (address === undefined)
    throw evaluationError(`IP Address "${text.slice(0, 100)}" parse error during conversion from string`);
  return address;
}
