import type { Credentials } from "../credentials/credentials-file.ts";
import { DeployerTokens } from "../credentials/deployer-tokens.ts";
import { Session } from "../credentials/session.ts";
import { ResourcePaths } from "../discovery/resource-paths.ts";
import { Transport } from "../transport/transport.ts";

/** The accounts of one attached cluster, over one pool of connections. */
export interface Accounts {
  guard: Session;
  reader: Session;
  /** Not there where the cluster was attached before backups were written. */
  backup?: Session;
  /** Not there where the admin applies policies themselves. */
  policy: Session | undefined;
  deployer(namespace: string): Session;
  paths: ResourcePaths;
  /** Ends everything that is under way. */
  close(): Promise<void>;
  /** Takes nothing new, and lets what is under way come to its end. */
  retire(): void;
}

export function accountsOf(cluster: string, { tokens, ...endpoint }: Credentials): Accounts {
  const transport = new Transport({ cluster, ...endpoint });
  const as = (name: keyof typeof tokens) => new Session(transport, { token: async () => tokens[name] });
  const backup = tokens.backup === undefined ? {} : { backup: as("backup") };
  const deployers = new DeployerTokens(as("tokens"));
  return {
    guard: as("guard"),
    reader: as("reader"),
    ...backup,
    policy: tokens.policy === undefined ? undefined : as("policy"),
    deployer: (namespace) => new Session(transport, deployers.of(namespace)),
    paths: new ResourcePaths(),
    close: () => transport.close(),
    retire: () => transport.retire(),
  };
}
