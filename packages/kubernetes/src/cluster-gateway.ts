import { statSync } from "node:fs";
import { join } from "node:path";
import {
  ClusterError,
  type ClusterGateway,
  type ClusterPoliciesGateway,
  type ClusterReference,
} from "@fairlead/application";
import { clusterPort } from "./cluster-port.ts";
import { readCredentials } from "./credentials/credentials-file.ts";
import { type Accounts, accountsOf } from "./delivery/accounts.ts";
import { policiesPort } from "./policies/policies-port.ts";

/** What a credentials file may be called: it comes from a document, and must not lead out of the folder. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * The attached clusters, by the credentials that attachment left in a folder. A file that was renewed takes effect with
 * the next question; what is under way ends with the credentials with which it began.
 */
export function clusterGateway({
  folder,
}: {
  folder: string;
}): ClusterGateway & ClusterPoliciesGateway & { close(): Promise<void> } {
  const open = new Map<string, { changedMs: number; accounts: Accounts }>();
  const retired = new Set<Accounts>();
  const accountsFor = ({ name, credentials }: ClusterReference): Accounts => {
    if (!FILE_NAME.test(credentials))
      throw new ClusterError("away", name, "the name of its credentials is no file's name");
    const file = join(folder, `${credentials}.json`);
    const changedMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const known = open.get(name);
    if (known?.changedMs === changedMs) return known.accounts;
    const accounts = accountsOf(name, readCredentials(file, name));
    open.set(name, { changedMs, accounts });
    if (known !== undefined) {
      retired.add(known.accounts);
      known.accounts.retire();
    }
    return accounts;
  };
  return {
    cluster: async (reference) => clusterPort(accountsFor(reference)),
    policies: async (reference) => policiesPort(accountsFor(reference)),
    async close() {
      const all = [...[...open.values()].map(({ accounts }) => accounts), ...retired];
      open.clear();
      retired.clear();
      await Promise.all(all.map((accounts) => accounts.close()));
    },
  };
}
