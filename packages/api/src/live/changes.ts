import { AppError } from "@fairlead/domain";
import { TRPCError, tracked } from "@trpc/server";
import * as z from "zod";
import { ERROR_MAP } from "../errors/error-map.ts";
import { permittedProcedure } from "../trpc/permitted-procedure.ts";
import { changeStream, type StreamedChange } from "./change-stream.ts";

const inputSchema = z.strictObject({ lastEventId: z.string().max(40).nullish() });

/**
 * One stream per browser that says what changed; screens then ask again for what they show. Six streams are all that
 * a browser has per host, so there is no stream per thing.
 */
export const changes = permittedProcedure("catalog.read")
  .input(inputSchema)
  .subscription(async function* ({ ctx, input, signal }) {
    const ended = AbortSignal.any([ctx.shutdown, ...(signal === undefined ? [] : [signal])]);
    let number = Number(input.lastEventId ?? 0) || 0;
    const event = (change: StreamedChange) => tracked(String(++number), change);
    // Whoever comes back has missed something, and changes are not kept: the screens look again.
    if (number > 0) yield event({ kind: "everything" });
    const stopped = ctx.monitor.watching();
    try {
      for await (const change of changeStream(ctx.changes, ended)) yield event(change);
    } finally {
      stopped();
    }
    // A generator that returns makes the client idle for good; an error makes it come back, to another process.
    if (ctx.shutdown.aborted) {
      const cause = new AppError("unreachable", "The portal restarts. It will be back in a moment.");
      throw new TRPCError({ code: ERROR_MAP[cause.code].trpc, message: cause.message, cause });
    }
  });
