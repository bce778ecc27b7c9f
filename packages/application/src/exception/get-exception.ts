import {
  type Actor,
  AppError,
  canStep,
  type Decision,
  decide,
  type ExceptionState,
  exceptionState,
  exceptionsInForce,
  excusedPolicies,
  type HonouredState,
  honouredState,
  mayDecideException,
  policiesOf,
} from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import type { ExceptionPlace, ExceptionView } from "./exception-reader.ts";

/** Whether one cluster holds an exception now. */
export interface HonouredPlace {
  environment: string;
  cluster: string;
  namespace: string;
  state: HonouredState;
  /** Since when the cluster lets the namespace off, where it does. */
  since?: Date;
  /** Where another exception lets it off the same. */
  because?: number;
  unreachableSince?: Date;
  /** What is shown is from then. */
  lastContactAt?: Date;
  /** What serves there was made under this exception. */
  servesUnder: boolean;
}

export interface ExceptionDetails extends ExceptionView {
  state: ExceptionState;
  /** Where it is, or is still, honoured. Empty for one that no cluster has to know of. */
  places: HonouredPlace[];
  can: { decide: Decision; end: Decision };
}

/** One exception, whether each cluster honours it, and what the actor may do about it. */
export async function getException(
  deps: Pick<Deps, "read" | "now">,
  actor: Actor,
  number: number,
): Promise<ExceptionDetails> {
  requirePermission(actor, "catalog.read");
  const exception = await deps.read.exception.get(number);
  if (exception === undefined) throw new AppError("not-found", `There is no exception ${number}.`);
  const { service, team } = exception;
  const [approved, places] = await Promise.all([
    deps.read.exception.approvedOf(service),
    deps.read.exception.places(service),
  ]);
  const now = deps.now();
  const state = exceptionState(exception, now);
  const isOver = { allowed: false, reason: "It is over: nothing is left to decide.", whoCould: "nobody" } as const;
  return {
    ...exception,
    state,
    places: places
      .filter(({ environment }) => exception.environments.includes(environment))
      .map((place) => honouredAt(exception, place, approved, now)),
    can: {
      decide: canStep(state, "approve") ? mayDecideException(actor, exception) : isOver,
      end: canStep(state, "end") || canStep(state, "withdraw") ? decide(actor, "exception.request", { team }) : isOver,
    },
  };
}

function honouredAt(
  exception: ExceptionView,
  place: ExceptionPlace,
  approved: readonly ExceptionView[],
  now: Date,
): HonouredPlace {
  const { environment, cluster, namespace, honours, servingUnder, unreachableSince, lastContactAt } = place;
  const inForce = exceptionsInForce(approved, { service: exception.service, environment, now });
  const wanted = excusedPolicies(inForce);
  const policies = policiesOf(exception.subject);
  const seen = honours.filter(({ policy }) => policies.includes(policy));
  // A setting that no policy refuses is a matter of rendering: no cluster has to know of it.
  const isForClusters = policies.length > 0;
  const holds = inForce.some(({ number }) => number === exception.number);
  const others = policies.flatMap((policy) => wanted.get(policy) ?? []);
  const because = holds ? undefined : others.find(({ number }) => number !== exception.number)?.number;
  return {
    environment,
    cluster,
    namespace,
    // What another exception lets it off is not held against this one.
    state: honouredState({ wanted: holds, seen: isForClusters ? seen.length > 0 && because === undefined : holds }),
    servesUnder: servingUnder.includes(exception.number),
    ...(seen[0] === undefined ? {} : { since: seen[0].since }),
    ...(because === undefined ? {} : { because }),
    ...(unreachableSince === undefined ? {} : { unreachableSince }),
    ...(lastContactAt === undefined ? {} : { lastContactAt }),
  };
}
