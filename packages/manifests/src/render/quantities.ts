import { quantityValue } from "@fairlead/domain";
import type { BuiltSize } from "./build.ts";

/** CPU limit as a multiple of the request, unless the size is guaranteed. */
const BURST = 4;
const MEBI = 2 ** 20;
const GIBI = 2 ** 30;

export interface Resources {
  requests: Record<string, string>;
  limits: Record<string, string>;
}

/** What one container gets: memory request = limit, so that it is not evicted for memory it was promised. */
export function resourcesOf(size: BuiltSize): Resources {
  const { memory, memoryRequest = memory } = size;
  const cpuLimit = size.cpuLimit ?? (size.guaranteed ? size.cpu : cpu(cores(size.cpu) * BURST));
  const disk = { "ephemeral-storage": size.ephemeralStorage };
  return { requests: { cpu: size.cpu, memory: memoryRequest, ...disk }, limits: { cpu: cpuLimit, memory, ...disk } };
}

/** The larger of two amounts of CPU. */
export function largerCpu(one: string, other: string): string {
  return cores(one) < cores(other) ? other : one;
}

/** `count` times a quantity, in the same unit. */
export function times(quantity: string, count: number): string {
  return /[a-zA-Z]i?$/.test(quantity) && !quantity.endsWith("m")
    ? bytes(value(quantity) * count)
    : cpu(value(quantity) * count);
}

function cores(quantity: string): number {
  return value(quantity);
}

function value(quantity: string): number {
  return quantityValue(quantity) ?? 0;
}

function cpu(amount: number): string {
  const thousandths = Math.round(amount * 1000);
  return thousandths % 1000 === 0 ? String(thousandths / 1000) : `${thousandths}m`;
}

function bytes(amount: number): string {
  if (amount % GIBI === 0) return `${amount / GIBI}Gi`;
  return amount % MEBI === 0 ? `${amount / MEBI}Mi` : String(Math.ceil(amount));
}
