import { trpc } from "../trpc/trpc.ts";
import { getResource } from "./get-resource.ts";
import { listResources } from "./list-resources.ts";
import { saveResource } from "./save-resource.ts";

export const resourceRouter = trpc.router({ list: listResources, get: getResource, save: saveResource });
