import { writeFileSync } from "node:fs";

/** Writes a kubeconfig for one user of one cluster (0600). JSON is YAML. */
export function writeKubeconfig(
  file: string,
  { name, server, ca, token }: { name: string; server: string; ca: string; token: string },
): void {
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster: { server, "certificate-authority-data": Buffer.from(ca).toString("base64") } }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  };
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`, { mode: 0o600 });
}
