import { endSandbox, removeState, stateFolders } from "@fairlead/sandbox/control";
import { confirm } from "./confirm.ts";
import type { SandboxSetup } from "./sandbox-setup.ts";

/** Takes away the catalog, the clusters' contents, keys: the next start is a first one. */
export async function reset({ terminal, settings }: SandboxSetup, { yes }: { yes?: boolean }): Promise<void> {
  const { home } = settings();
  terminal.err("This ends the sandbox and removes everything in");
  for (const folder of stateFolders(home)) terminal.err(`  ${folder}`);
  await confirm("Remove it?", yes);
  await endSandbox(home);
  removeState(home);
  terminal.err("Removed. The next start is a first one.");
}
