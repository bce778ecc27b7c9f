import { type AppliedObject, ClusterError } from "@fairlead/application";
import type { Session } from "../../credentials/session.ts";
import type { Accounts } from "../accounts.ts";
import { untilItMay } from "../may.ts";
import type { PlannedWrite } from "../plan-writes.ts";
import type { Trial } from "../try-all.ts";
import { claimsChange } from "./claim-templates.ts";
import { claimsInWords, type GrowingClaim, growClaim, grown, smallerClaims } from "./grow-claims.ts";
import { asNew, createScaled, declaresReplicas, orphanPods } from "./recreate-stateful-set.ts";

/** What becomes of a StatefulSet: its volumes are fixed when it is made, so larger ones need it made anew. */
export interface PlannedSet {
  write: PlannedWrite;
  claims: GrowingClaim[];
  isMadeAnew: boolean;
}

/**
 * Looks at the volumes of a StatefulSet that is to be written.
 *
 * @throws ClusterError `invalid` where they would change otherwise than by growing
 */
export async function planStatefulSet(
  { reader }: Pick<Accounts, "reader">,
  deployer: Session,
  write: PlannedWrite,
): Promise<PlannedSet> {
  const { name, namespace = "default" } = write.object.metadata;
  const change = write.current === undefined ? "none" : claimsChange(write.current, write.object);
  if (typeof change === "object") {
    const message = `StatefulSet ${name} keeps its volumes, which only grow: ${change.refused.join("; ")}`;
    throw new ClusterError("invalid", reader.cluster, message);
  }
  const claims = await smallerClaims(reader, write.object);
  if (claims.some(({ hasVolume }) => hasVolume)) {
    // A right that clusters attached before do not give.
    const may = { namespace, verb: "patch", resource: "persistentvolumeclaims" };
    await untilItMay(deployer, "To let volumes grow, the deployer", may);
  }
  return { write, claims, isMadeAnew: change === "grow" };
}

/**
 * What is tried of it before anything is written. One that is made anew is tried under another name: under its own it
 * would be an update, which is not what comes.
 */
export function trialsOf(
  deployer: Session,
  { write, claims, isMadeAnew }: PlannedSet,
  { number, tried }: { number: bigint; tried: (write: PlannedWrite) => Trial },
): Trial[] {
  const set = isMadeAnew ? asNew(write, `${write.object.metadata.name}-anew`) : write;
  const growing = claims.filter(({ hasVolume }) => hasVolume);
  return [...growing.map((claim) => () => growClaim(deployer, claim, { number, tryOnly: true })), tried(set)];
}

/**
 * Lets the volumes of a StatefulSet grow and takes it away from its running pods, as far as that is not done yet: a worker
 * may die after any of these steps, and the next one goes on.
 *
 * @returns the write that is left to be done, on what is there now
 */
export async function bringStatefulSet(
  accounts: Pick<Accounts, "reader">,
  deployer: Session,
  { write, claims, isMadeAnew }: PlannedSet,
  number: bigint,
): Promise<{ ready: PlannedWrite; grew: AppliedObject[] }> {
  // The claims first: while the old one is there, anybody can see what is still to be done.
  const grew = await growThose(deployer, claims, number);
  if (write.current !== undefined && !isMadeAnew) return { ready: write, grew };
  const last = await orphanPods(accounts, deployer, write, number);

  if (declaresReplicas(write.object)) return { ready: asNew(write), grew };
  const created = await createScaled(accounts, deployer, write, last);
  const { uid } = created.metadata;
  const metadata = { ...write.object.metadata, ...(uid === undefined ? {} : { uid }) };
  return { ready: { path: write.path, object: { ...write.object, metadata }, current: created }, grew };
}

/**
 * Lets grow what could not at first: a claim without a volume, or that of a replica which the old StatefulSet made at the
 * last moment.
 *
 * @throws ClusterError `busy` where a claim still has no volume, so that somebody looks again
 */
export async function growLate(
  { reader }: Pick<Accounts, "reader">,
  deployer: Session,
  { write, claims, isMadeAnew }: PlannedSet,
  number: bigint,
): Promise<AppliedObject[]> {
  if (!isMadeAnew && claims.every(({ hasVolume }) => hasVolume)) return [];
  const left = await smallerClaims(reader, write.object);
  const grew = await growThose(deployer, left, number);
  const waiting = left.filter(({ hasVolume }) => !hasVolume);
  if (waiting.length === 0) return grew;
  const message = `${claimsInWords(waiting)} without a volume, and can grow only with one. Where none comes, delete the claim by hand: it holds no data, and is made again as declared`;
  throw new ClusterError("busy", reader.cluster, message);
}

async function growThose(deployer: Session, claims: readonly GrowingClaim[], number: bigint): Promise<AppliedObject[]> {
  const growing = claims.filter(({ hasVolume }) => hasVolume);
  for (const claim of growing) await growClaim(deployer, claim, { number });
  return growing.map(grown);
}
