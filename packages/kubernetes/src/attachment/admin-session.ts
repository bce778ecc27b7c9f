import { Secret } from "@fairlead/env";
import { Session } from "../credentials/session.ts";
import { Transport } from "../transport/transport.ts";

export interface AdminAccess {
  session: Session;
  server: string;
  /** PEM; the system's own authorities where left out. */
  ca?: string;
  serverName?: string;
  close(): Promise<void>;
}

export interface AdminOptions {
  /** The cluster's name in Fairlead. */
  name: string;
  kubeconfig: string;
  /** The kubeconfig's current one if left out. */
  context?: string;
}

/**
 * A session as whoever a kubeconfig names, for attachment only. Reads every way to sign in that kubectl knows, by the
 * official client, which is loaded here alone because it is slow to load.
 */
export async function adminSession({ name, kubeconfig, context }: AdminOptions): Promise<AdminAccess> {
  const { KubeConfig } = await import("@kubernetes/client-node");
  const config = new KubeConfig();
  config.loadFromFile(kubeconfig);
  if (context !== undefined) config.setCurrentContext(context);
  const cluster = config.getCurrentCluster();
  if (cluster === null) {
    const named = context === undefined ? "no current context" : `no context named ${context}`;
    throw new Error(`${kubeconfig} has ${named}. Give one with --context.`);
  }
  if (cluster.skipTLSVerify) {
    throw new Error(`${kubeconfig} does not check the certificate of ${cluster.server}. Give its authority instead.`);
  }
  const { ca, clientCertificate } = await tlsOf(config);
  const endpoint = {
    server: cluster.server,
    ...(ca === undefined ? {} : { ca }),
    ...(cluster.tlsServerName === undefined ? {} : { serverName: cluster.tlsServerName }),
  };
  const transport = new Transport({
    cluster: name,
    ...endpoint,
    ...(clientCertificate === undefined ? {} : { clientCertificate }),
  });
  const session = new Session(transport, { token: () => tokenOf(config) });
  return { session, ...endpoint, close: () => transport.close() };
}

/** What the official client fills in, as far as it is used here. */
interface SignIn {
  ca?: unknown;
  cert?: unknown;
  key?: unknown;
  headers?: unknown;
}

interface SigningIn {
  applyToHTTPSOptions(options: SignIn): Promise<void>;
}

async function tlsOf(config: SigningIn): Promise<{ ca?: string; clientCertificate?: { cert: string; key: string } }> {
  const options: SignIn = {};
  await config.applyToHTTPSOptions(options);
  const [ca, cert, key] = [options.ca, options.cert, options.key].map(asText);
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined || key === undefined ? {} : { clientCertificate: { cert, key } }),
  };
}

/** The token that the kubeconfig's way of signing in gives: a token, or what a credential plug-in prints. */
async function tokenOf(config: SigningIn): Promise<Secret | undefined> {
  const options: SignIn = {};
  await config.applyToHTTPSOptions(options);
  const { headers } = options;
  const entries = typeof headers === "object" && headers !== null ? Object.entries(headers) : [];
  const value = asText(entries.find(([name]) => name.toLowerCase() === "authorization")?.[1]);
  return value?.startsWith("Bearer ") ? new Secret(value.slice("Bearer ".length)) : undefined;
}

function asText(value: unknown): string | undefined {
  if (typeof value === "string" && value !== "") return value;
  return value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : undefined;
}
