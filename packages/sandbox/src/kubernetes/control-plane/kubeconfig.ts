import { writeFileSync } from "node:fs";
import * as z from "zod";

/** What our kubeconfigs consist of. JSON is YAML, so kubectl reads them. */
export const kubeconfigSchema = z.object({
  apiVersion: z.literal("v1"),
  kind: z.literal("Config"),
  clusters: z.array(
    z.object({ name: z.string(), cluster: z.object({ server: z.url(), "certificate-authority-data": z.string() }) }),
  ),
  users: z.array(z.object({ name: z.string(), user: z.object({ token: z.string() }) })),
  contexts: z.array(z.object({ name: z.string(), context: z.object({ cluster: z.string(), user: z.string() }) })),
  "current-context": z.string(),
});
export type Kubeconfig = z.infer<typeof kubeconfigSchema>;

/** Writes a kubeconfig for one user of one cluster, for its owner alone. `ca` is PEM. */
export function writeKubeconfig(
  file: string,
  { name, server, ca, token }: { name: string; server: string; ca: string; token: string },
): void {
  const config: Kubeconfig = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster: { server, "certificate-authority-data": Buffer.from(ca).toString("base64") } }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  };
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
}
