import { type Actor, AppError, canStep, exceptionState, mayDecideException } from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import type { Deps } from "../deps.ts";
import { subjectInWords } from "./subject-in-words.ts";

/**
 * Approves or refuses what somebody else asked for. An approval holds from this moment on, everywhere.
 *
 * @throws AppError `forbidden` also for who asked; `not-found`; `conflict` where it was decided meanwhile
 */
export function decideException(
  deps: Pick<Deps, "transact" | "now">,
  actor: Actor,
  { number, decision, reason }: { number: number; decision: "approved" | "refused"; reason: string },
): Promise<void> {
  return mutate(deps, actor, { permission: "exception.decide" }, async (tx) => {
    const exception = await tx.exception.lock(number);
    if (exception === undefined) throw new AppError("not-found", `There is no exception ${number}.`);
    const allowed = mayDecideException(actor, exception);
    if (!allowed.allowed) throw new AppError("forbidden", allowed.reason, { whoCould: allowed.whoCould });
    const now = deps.now();
    const state = exceptionState(exception, now);
    if (!canStep(state, decision === "approved" ? "approve" : "refuse")) {
      const why = state === "lapsed" ? "its time has passed; ask for a new one" : `it is ${state} already`;
      throw new AppError("conflict", `Exception ${number} can't be ${decision} now: ${why}.`);
    }
    await tx.exception.addStep(number, { kind: decision, personId: actor.personId, by: actor.name, at: now, reason });
    const did = decision === "approved" ? "Approved" : "Refused";
    const { service, team, subject, environments, until } = exception;
    const summary = `${did} exception ${number} from ${subjectInWords(subject)} in ${environments.join(", ")}`;
    const record = {
      action: `exception.${decision === "approved" ? "approve" : "refuse"}`,
      subject: { kind: "Service", name: service },
      team,
      details: { summary, exception: number, reason, until: until.toISOString() },
    };
    return { result: undefined, audit: [record] };
  });
}
