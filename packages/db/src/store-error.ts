import { AppError } from "@fairlead/domain";
import * as z from "zod";

/** What Prisma hides in its errors of what Postgres, or the way to it, said. */
const errorSchema = z.object({
  code: z.string().optional().catch(undefined),
  message: z.string().catch(""),
  meta: z
    .object({
      driverAdapterError: z.object({ cause: z.object({ kind: z.string(), originalCode: z.string().optional() }) }),
    })
    .optional()
    .catch(undefined),
});

// Codes of Node, of Postgres (https://www.postgresql.org/docs/18/errcodes-appendix.html) and of Prisma
// (https://www.prisma.io/docs/orm/reference/error-reference).
const AWAY = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "EHOSTUNREACH", "ENOTFOUND", "EAI_AGAIN", "EPIPE", "ETIMEDOUT"],
  ...["57P01", "57P02", "57P03", "53300", "08001", "08003", "08006"],
  ...["P1001", "P1002", "P1017", "DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"],
]);
const BUSY = new Set(["P1008", "P2024", "P2028", "55P03", "57014"]);
const CLASH = new Set(["P2002", "P2034", "23505", "23P01", "40001", "40P01"]);

/** What `pg` says without a code. */
const LOST = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** The one seam for what the database says: constraints and faults become words, everything else an internal error. */
export function toStoreError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const parsed = errorSchema.safeParse(error).data;
  const { kind, originalCode } = parsed?.meta?.driverAdapterError.cause ?? {};
  const codes = [parsed?.code, kind, originalCode].filter((code) => code !== undefined);
  const options = { cause: error };
  if (codes.some((code) => AWAY.has(code)) || LOST.test(parsed?.message ?? "")) {
    return new AppError("unreachable", "Fairlead's database does not answer. Try again in a moment.", {}, options);
  }
  if (codes.some((code) => BUSY.has(code))) {
    const message = "The database took too long, and nothing was changed. Try again in a moment.";
    return new AppError("unreachable", message, {}, options);
  }
  if (codes.some((code) => CLASH.has(code))) {
    const message = "Somebody else did this at the same moment. Look again, and repeat it if it is still needed.";
    return new AppError("conflict", message, {}, options);
  }
  return new AppError("internal", "Something went wrong on our side, and nothing was changed. Try again.", {}, options);
}

/** A port whose every method speaks of faults in our words. */
export function withStoreErrors<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(member, target, args);
        } catch (error) {
          throw toStoreError(error);
        }
      };
    },
  });
}
