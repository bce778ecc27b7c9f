import { attachCluster } from "@fairlead/kubernetes";
import { loadLibrary } from "@fairlead/library";
import { policyNames } from "@fairlead/policy";
import * as z from "zod";
import { failTask } from "./fail-task.ts";

const inputSchema = z.object({
  name: z.string(),
  kubeconfig: z.string(),
  context: z.string().optional(),
  credentialsFile: z.string(),
});

const { context, ...options } = inputSchema.parse(JSON.parse(process.argv[2] ?? ""));
await attachCluster({
  ...options,
  ...(context === undefined ? {} : { context }),
  policyNames: policyNames(loadLibrary().policies),
  log: (line) => process.stdout.write(`${line}\n`),
}).catch(failTask);
