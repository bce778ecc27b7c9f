import type { Permission } from "@fairlead/domain";
import { initTRPC } from "@trpc/server";
import type { ApiContext } from "../api-context.ts";
import { ERROR_MAP } from "../errors/error-map.ts";
import { toAppError } from "../errors/to-app-error.ts";

/** What every procedure says of itself. The builder sets it; a test walks all procedures and looks for it. */
export interface ProcedureMeta {
  permission: Permission;
}

export const trpc = initTRPC
  .context<ApiContext>()
  .meta<Partial<ProcedureMeta>>()
  .create({
    isDev: false,
    sse: {
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
      // Streams are cut now and then, so that whoever was signed out meanwhile cannot go on watching.
      maxDurationMs: 5 * 60_000,
    },
    /** The client gets what an AppError says, and of everything else only that it happened. */
    errorFormatter({ shape, error }) {
      const { code, message, details } = toAppError(error);
      return {
        ...shape,
        message,
        data: { httpStatus: ERROR_MAP[code].http, path: shape.data.path, code, ...details },
      };
    },
  });
