import { trpc } from "../trpc/trpc.ts";
import { getTemplate } from "./get-template.ts";
import { listTemplates } from "./list-templates.ts";

export const templateRouter = trpc.router({ list: listTemplates, get: getTemplate });
