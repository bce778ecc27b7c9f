import { type Judge, type VettingStore, vetDelivered } from "@fairlead/application";
import type { Leases, LoopDeps } from "./loop-deps.ts";
import { pause } from "./pause.ts";

const LEASE = "vet-delivered";
const EVERY_MS = 5000;
/** Between two turns, so that deliveries go on meanwhile. */
const BREATH_MS = 50;

export type VetDeliveredDeps = Pick<LoopDeps, "log" | "metrics" | "signal"> & {
  leases: Leases;
  judge: Judge;
  vettings: VettingStore;
};

/** Judges what was delivered by the policies of now, in the background and each rendering once, until the signal. */
export async function vetDeliveredLoop({
  leases,
  judge,
  vettings,
  log,
  metrics,
  signal,
}: VetDeliveredDeps): Promise<void> {
  while (!signal.aborted) {
    let more = false;
    try {
      if (await leases.take(LEASE)) more = await vetDelivered({ judge, vettings });
    } catch (error) {
      metrics.internalErrors.inc({ where: "vet" });
      log.error({ err: error }, "what was delivered could not be judged");
    }
    await pause(more ? BREATH_MS : EVERY_MS, signal);
  }
  await leases.giveBack(LEASE).catch(() => {});
}
