import { ClusterError } from "@fairlead/application";
import { waitUntil } from "../wait-until.ts";

/** Much longer than an API server lags: some 30 ms under load, more where a second one stumbles. */
const FENCE_ARRIVES_MS = 3000;

/** The raised fence reaches admission a moment after it was written; until then the right number is refused. */
export async function afterFence<T>(write: () => Promise<T>): Promise<T> {
  let done: { result: T } | undefined;
  let refusal: unknown;
  await waitUntil(async () => {
    try {
      done = { result: await write() };
      return true;
    } catch (error) {
      if (!(error instanceof ClusterError && error.failure === "stale")) throw error;
      refusal = error;
      return false;
    }
  }, FENCE_ARRIVES_MS);
  if (done === undefined) throw refusal;
  return done.result;
}
