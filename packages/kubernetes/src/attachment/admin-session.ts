import { readFileSync } from "node:fs";
import { SecretToken } from "../credentials/secret-token.ts";
import { Session } from "../credentials/session.ts";
import { Transport } from "../transport/transport.ts";

export interface AdminAccess {
  session: Session;
  server: string;
  /** PEM. */
  ca: string;
  close(): Promise<void>;
}

/**
 * A session as whoever a kubeconfig names, for attachment only. Reads every way to sign in that kubectl knows, by the
 * official client, which is loaded here alone because it is slow to load.
 */
export async function adminSession({
  name,
  kubeconfig,
  context,
}: {
  name: string;
  kubeconfig: string;
  context?: string;
}): Promise<AdminAccess> {
  const { KubeConfig } = await import("@kubernetes/client-node");
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  if (context !== undefined) config.setCurrentContext(context);
  const cluster = config.getCurrentCluster();
  if (cluster === null)
    throw new Error(
      `${kubeconfig} has no context${context === undefined ? "" : ` named ${context}`}. Give one with --context.`,
    );
  const ca =
    cluster.caData === undefined
      ? readFileSync(cluster.caFile ?? "", "utf8")
      : Buffer.from(cluster.caData, "base64").toString("utf8");
  const transport = new Transport({ cluster: name, server: cluster.server, ca });
  const session = new Session(transport, async () => new SecretToken(await bearerOf(config)));
  return { session, server: cluster.server, ca, close: () => transport.close() };
}

interface RequestOptions {
  headers?: unknown;
}

/** The token that the kubeconfig's way of signing in gives: a token, or what a credential plug-in prints. */
async function bearerOf(config: { applyToHTTPSOptions(options: RequestOptions): Promise<void> }): Promise<string> {
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  const headers =
    typeof options.headers === "object" && options.headers !== null ? Object.entries(options.headers) : [];
  const value = headers.find(([name]) => name.toLowerCase() === "authorization")?.[1];
  const token = typeof value === "string" ? value.replace(/^Bearer /, "") : "";
  if (token !== "") return token;
  throw new Error(
    "This kubeconfig signs in with a client certificate. Attachment needs a token or a credential plug-in: give a context that has one.",
  );
}
