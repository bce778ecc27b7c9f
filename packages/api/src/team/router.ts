import { trpc } from "../trpc/trpc.ts";
import { getTeam } from "./get-team.ts";
import { listTeams } from "./list-teams.ts";

export const teamRouter = trpc.router({ list: listTeams, get: getTeam });
