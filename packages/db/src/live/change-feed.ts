import { CHANGE_KINDS, type ChangeFeed, type LiveChange } from "@fairlead/application";
import { Client } from "pg";
import * as z from "zod";

const changeSchema = z.object({ kind: z.enum(CHANGE_KINDS), id: z.string() });
const RETRY_MS = 1000;

type Listener = Parameters<ChangeFeed["listen"]>[0];

/** Listens on one connection of its own for everybody; connects again when it breaks, and says that it was away. */
export function changeFeed(url: string): ChangeFeed & { close(): Promise<void> } {
  const listeners = new Set<Listener>();
  let client: Client | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new Client({ connectionString: url, keepAlive: true });
    const again = () => {
      if (closed || client !== next) return;
      client = undefined;
      for (const listener of listeners) listener.lost();
      retry = setTimeout(() => void connect(), RETRY_MS);
    };
    client = next;
    next.on("error", again);
    next.on("end", again);
    next.on("notification", ({ payload }) => {
      const change = parse(payload);
      if (change !== undefined) for (const listener of listeners) listener.changed(change);
    });
    try {
      await next.connect();
      await next.query("LISTEN fairlead_changes");
    } catch {
      again();
    }
  };

  return {
    listen(listener) {
      listeners.add(listener);
      if (client === undefined && retry === undefined && !closed) void connect();
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}

function parse(payload: string | undefined): LiveChange | undefined {
  try {
    return changeSchema.safeParse(JSON.parse(payload ?? "")).data;
  } catch {
    // Somebody else's notice on our channel.
    return undefined;
  }
}
