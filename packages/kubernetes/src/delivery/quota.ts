import { ClusterError } from "@fairlead/application";
import { type KubernetesObject, quantityValue } from "@fairlead/domain";
import * as z from "zod";
import { applyObject } from "../apply-object.ts";
import { findObject } from "../find-object.ts";
import type { Accounts } from "./accounts.ts";
import { FIELD_MANAGER } from "./labels.ts";

/** On a quota: the newest delivery that made room for itself. */
const OPENED_BY = "fairlead.dev/opened-by";
const ATTEMPTS = 5;
const specSchema = z.object({ hard: z.record(z.string(), z.string()).default({}) });

export interface QuotaInput {
  namespace: string;
  number: bigint;
  guarded: readonly KubernetesObject[];
}

/**
 * Makes room for what is wanted beside what runs: of each bound the larger one, until it serves. A change to fewer or
 * smaller pods would otherwise keep those that serve from being replaced, should one of them be lost meanwhile.
 */
export async function widenQuota(accounts: Accounts, { namespace, number, guarded }: QuotaInput): Promise<void> {
  await writeQuota(accounts, { namespace, guarded }, (wanted, current) => {
    const newest = openedBy(current);
    const spec = { hard: largerOf(hardOf(wanted), hardOf(current)) };
    return markedBy(newest > number ? newest : number, { ...wanted, spec });
  });
}

/** What serves now needs no more than is wanted. Where a newer delivery has made room for itself, that stays. */
export async function narrowQuota(accounts: Accounts, { namespace, number, guarded }: QuotaInput): Promise<void> {
  await writeQuota(accounts, { namespace, guarded }, (wanted, current) =>
    current === undefined || openedBy(current) > number ? undefined : markedBy(number, wanted),
  );
}

/** What is wanted, or what holds already where that is more. A bound that is not wanted any more is none. */
export function largerOf(wanted: Record<string, string>, held: Record<string, string>): Record<string, string> {
  const larger = Object.entries(wanted).map(([resource, quantity]) => {
    const now = held[resource] ?? "";
    return [resource, (quantityValue(now) ?? 0) > (quantityValue(quantity) ?? 0) ? now : quantity] as const;
  });
  return Object.fromEntries(larger);
}

/** Looks and writes, and looks again where somebody wrote in between. */
async function writeQuota(
  { guard, paths }: Accounts,
  { namespace, guarded }: Omit<QuotaInput, "number">,
  decide: (wanted: KubernetesObject, current: KubernetesObject | undefined) => KubernetesObject | undefined,
): Promise<void> {
  const wanted = guarded.find(isQuota);
  if (wanted === undefined) throw new Error(`A delivery to ${namespace} needs a quota among the guarded objects.`);
  const path = await paths.object(guard, wanted);
  for (let attempt = 1; ; attempt += 1) {
    const current = await findObject(guard, path);
    const object = decide(wanted, current);
    if (object === undefined) return;
    try {
      await applyObject(guard, path, asSeen(object, current), { fieldManager: FIELD_MANAGER });
      return;
    } catch (error) {
      if (!(error instanceof ClusterError && error.failure === "conflict") || attempt === ATTEMPTS) throw error;
    }
  }
}

/** Fails where it is not what was looked at any more. */
function asSeen(object: KubernetesObject, current: KubernetesObject | undefined): KubernetesObject {
  const { uid, resourceVersion } = current?.metadata ?? {};
  if (uid === undefined || resourceVersion === undefined) return object;
  return { ...object, metadata: { ...object.metadata, uid, resourceVersion } };
}

export function isQuota({ kind }: KubernetesObject): boolean {
  return kind === "ResourceQuota";
}

function hardOf(quota: KubernetesObject | undefined): Record<string, string> {
  return specSchema.parse(quota?.spec ?? {}).hard;
}

function openedBy(quota: KubernetesObject | undefined): bigint {
  const number = quota?.metadata.annotations?.[OPENED_BY] ?? "";
  return /^\d+$/.test(number) ? BigInt(number) : 0n;
}

function markedBy(number: bigint, quota: KubernetesObject): KubernetesObject {
  const annotations = { ...quota.metadata.annotations, [OPENED_BY]: String(number) };
  return { ...quota, metadata: { ...quota.metadata, annotations } };
}
