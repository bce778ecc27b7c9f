import { trpc } from "../trpc/trpc.ts";
import { changes } from "./changes.ts";

export const liveRouter = trpc.router({ changes });
