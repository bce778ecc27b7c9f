import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Kubeconfig, kubeconfigSchema } from "../kubernetes/control-plane/kubeconfig.ts";

/** The admin's kubeconfig for one of the sandbox's clusters, or for all that it has made; `undefined` for none. */
export function readKubeconfig(home: string, cluster: string | undefined): Kubeconfig | undefined {
  const folder = join(home, "clusters");
  const made = existsSync(folder) ? readdirSync(folder).sort() : [];
  const configs = made
    .filter((name) => cluster === undefined || name === cluster)
    .map((name) => join(folder, name, "admin.kubeconfig"))
    .filter(existsSync)
    .map((file) => kubeconfigSchema.parse(JSON.parse(readFileSync(file, "utf8"))));
  const [first] = configs;
  if (first === undefined) return undefined;
  return {
    ...first,
    clusters: configs.flatMap(({ clusters }) => clusters),
    users: configs.flatMap(({ users }) => users),
    contexts: configs.flatMap(({ contexts }) => contexts),
  };
}
