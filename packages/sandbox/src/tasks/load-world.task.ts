import { readDatabaseUrl } from "@fairlead/env";
import * as z from "zod";
import { loadWorld } from "../world/load-world.ts";
import { failTask } from "./fail-task.ts";

const inputSchema = z.object({
  home: z.string(),
  portalUrl: z.string(),
  issuer: z.string(),
  clusters: z.array(z.object({ name: z.string(), simulated: z.boolean() })),
  examples: z.string().optional(),
});

await loadWorld(readDatabaseUrl().reveal(), inputSchema.parse(JSON.parse(process.argv[2] ?? ""))).catch(failTask);
