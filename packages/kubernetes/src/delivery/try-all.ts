import { ClusterError } from "@fairlead/application";
import { applyObject } from "../apply-object.ts";
import type { Session } from "../credentials/session.ts";
import { waitUntil } from "../wait-until.ts";
import { FIELD_MANAGER } from "./labels.ts";
import type { PlannedWrite } from "./plan-writes.ts";

/** Much longer than an API server lags; see the fence in docs/decisions/0012-fence.md. */
const FENCE_ARRIVES_MS = 3000;

/** Lets the cluster judge every write, so that one that it refuses stops the delivery before anything has changed. */
export async function tryAll(session: Session, planned: readonly PlannedWrite[]): Promise<void> {
  const [first, ...others] = planned;
  if (first === undefined) return;
  await afterFence(session, first);
  const settled = await Promise.allSettled(others.map((write) => attempt(session, write)));
  const failures = settled.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
  const refusals = failures.filter(isRefusal);
  if (failures.length > refusals.length) throw failures.find((failure) => !isRefusal(failure));
  const [refusal, ...more] = refusals;
  if (refusal === undefined) return;
  const message = [refusal, ...more].map(({ message: text }) => text).join("; ");
  throw new ClusterError(refusal.failure, session.cluster, message);
}

/** The raised fence reaches admission a moment after it was written; until then the right number is refused. */
async function afterFence(session: Session, write: PlannedWrite): Promise<void> {
  let refusal: unknown;
  const arrived = await waitUntil(async () => {
    try {
      await attempt(session, write);
      return true;
    } catch (error) {
      if (!(error instanceof ClusterError && error.failure === "stale")) throw error;
      refusal = error;
      return false;
    }
  }, FENCE_ARRIVES_MS);
  if (!arrived) throw refusal;
}

async function attempt(session: Session, { path, object }: PlannedWrite): Promise<void> {
  await applyObject(session, path, object, { fieldManager: FIELD_MANAGER, tryOnly: true });
}

function isRefusal(error: unknown): error is ClusterError {
  return error instanceof ClusterError && (error.failure === "invalid" || error.failure === "forbidden");
}
