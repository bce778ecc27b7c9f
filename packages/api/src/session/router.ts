import { trpc } from "../trpc/trpc.ts";
import { endSessions } from "./end-sessions.ts";
import { listSessions } from "./list-sessions.ts";
import { me } from "./me.ts";

export const sessionRouter = trpc.router({ me, list: listSessions, end: endSessions });
