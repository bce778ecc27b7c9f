import { type Actor, AppError, decide, type Permission } from "@fairlead/domain";
import { TRPCError } from "@trpc/server";
import { ERROR_MAP } from "../errors/error-map.ts";
import { toAppError } from "../errors/to-app-error.ts";
import { trpc } from "./trpc.ts";

/** Refuses who is not signed in, or may do this nowhere. Whether they may do it *here* the use case decides. */
export function requireActor(actor: Actor | undefined, permission: Permission): Actor {
  if (actor === undefined) throw new AppError("unauthenticated", "You are not signed in. Sign in and try again.");
  const decision = decide(actor, permission);
  if (decision.allowed) return actor;
  throw new AppError("forbidden", decision.reason, { whoCould: decision.whoCould });
}

/** A procedure that takes a permission. There is no other way to make one. */
export function permittedProcedure(permission: Permission) {
  return withErrors
    .meta({ permission })
    .use(({ ctx, next }) => next({ ctx: { actor: requireActor(ctx.actor, permission) } }));
}

/** Whatever goes wrong below leaves as an AppError inside tRPC's own; our mistakes are logged. */
const withErrors = trpc.procedure.use(async ({ ctx: { monitor }, next, path }) => {
  const began = performance.now();
  const result = await next();
  const error = result.ok ? undefined : toAppError(result.error);
  monitor.served({ kind: "trpc", route: path, outcome: error?.code ?? "ok", durationMs: performance.now() - began });
  if (error === undefined) return result;
  if (error.code === "internal") monitor.internal(error, path);
  throw new TRPCError({ code: ERROR_MAP[error.code].trpc, message: error.message, cause: error });
});
