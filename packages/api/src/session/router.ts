import { trpc } from "../trpc/trpc.ts";
import { me } from "./me.ts";

export const sessionRouter = trpc.router({ me });
