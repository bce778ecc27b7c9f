import { trpc } from "../trpc/trpc.ts";
import { listActivity } from "./list-activity.ts";

export const activityRouter = trpc.router({ list: listActivity });
