import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { attachCluster, describeAttachment } from "@fairlead/kubernetes";
import { loadLibrary } from "@fairlead/library";
import { policyNames } from "@fairlead/policy";
import { CommandFailure } from "../client/command-failure.ts";
import { confirm } from "./confirm.ts";
import type { SandboxSetup } from "./sandbox-setup.ts";

export interface AttachCommandOptions {
  name: string;
  kubeconfig: string;
  context?: string;
  credentials?: string;
  /** Whether an account may keep the admission policies in step. */
  policyAccount: boolean;
  yes?: boolean;
}

/** Says what attachment puts into a cluster, asks, and does it. Doing it again brings everything up to date. */
export async function attach({ terminal, settings }: SandboxSetup, options: AttachCommandOptions): Promise<void> {
  const { name, kubeconfig, context } = options;
  if (!/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/.test(name))
    throw new CommandFailure(2, `${name} is no name for a cluster. Use small letters, digits and dashes, 40 at most.`);
  const folder = resolve(options.credentials ?? join(settings().home, "credentials"));
  const credentialsFile = join(folder, `${name}.json`);
  const names = options.policyAccount ? policyNames(loadLibrary().policies) : undefined;
  terminal.err(`This puts into the cluster ${context === undefined ? "of the current context" : `of ${context}`}:`);
  for (const line of describeAttachment(names)) terminal.err(`  ${line}`);
  terminal.err(`and the tokens of its accounts into ${credentialsFile}. Nothing holds cluster-admin afterwards.`);
  await confirm("Attach it?", options.yes);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  await attachCluster({
    name,
    kubeconfig: resolve(kubeconfig),
    ...(context === undefined ? {} : { context }),
    credentialsFile,
    ...(names === undefined ? {} : { policyNames: names }),
    log: (line) => terminal.err(line),
  }).catch((error: unknown) => {
    throw new CommandFailure(3, error instanceof Error ? error.message : "The cluster could not be attached.");
  });
  terminal.err("\nIt is attached. Declare it, and place an environment on it, with `npx fairlead apply`:\n");
  terminal.out(
    `apiVersion: fairlead.dev/v1alpha1\nkind: Cluster\nmetadata: {name: ${name}}\nspec: {${options.policyAccount ? "" : "policies: observe"}}`,
  );
}
