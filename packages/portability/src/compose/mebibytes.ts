import { quantityValue } from "@fairlead/domain";

const MEBIBYTE = 1024 * 1024;

/** A Kubernetes quantity of bytes in Compose's way: its `m` is 1024 × 1024 bytes. Rounded up, at least one. */
export function mebibytes(quantity: string): string {
  return `${Math.max(1, Math.ceil((quantityValue(quantity) ?? 0) / MEBIBYTE))}m`;
}
