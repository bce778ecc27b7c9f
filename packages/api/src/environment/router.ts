import { trpc } from "../trpc/trpc.ts";
import { listEnvironments } from "./list-environments.ts";

export const environmentRouter = trpc.router({ list: listEnvironments });
