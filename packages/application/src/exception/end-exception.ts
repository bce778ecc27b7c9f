import { type Actor, AppError, canStep, exceptionState } from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { subjectInWords } from "./subject-in-words.ts";

/**
 * Ends an exception before its time, or takes back a request. The team itself may, and so may a platform engineer: it
 * only makes things stricter.
 *
 * @throws AppError `forbidden`; `not-found`; `conflict` where it is over already
 */
export function endException(
  deps: Pick<Deps, "transact" | "now">,
  actor: Actor,
  { number, reason }: { number: number; reason: string },
): Promise<void> {
  return mutate(deps, actor, { permission: "exception.request" }, async (tx) => {
    const exception = await tx.exception.lock(number);
    if (exception === undefined) throw new AppError("not-found", `There is no exception ${number}.`);
    const { service, team, subject } = exception;
    requirePermission(actor, "exception.request", { team });
    const now = deps.now();
    const state = exceptionState(exception, now);
    const isRequest = canStep(state, "withdraw");
    if (!isRequest && !canStep(state, "end")) throw new AppError("conflict", `Exception ${number} is over already.`);
    const kind = isRequest ? "withdrawn" : "ended";
    await tx.exception.addStep(number, { kind, personId: actor.personId, by: actor.name, at: now, reason });
    const did = isRequest ? "Took back the request for" : "Ended";
    const record = {
      action: isRequest ? "exception.withdraw" : "exception.end",
      subject: { kind: "Service", name: service },
      team,
      details: { summary: `${did} exception ${number} from ${subjectInWords(subject)}`, exception: number, reason },
    };
    return { result: undefined, audit: [record] };
  });
}
