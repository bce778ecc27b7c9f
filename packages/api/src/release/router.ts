import { trpc } from "../trpc/trpc.ts";
import { deployService } from "./deploy-service.ts";

export const releaseRouter = trpc.router({ create: deployService });
