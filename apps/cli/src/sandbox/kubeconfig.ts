import { readKubeconfig } from "@fairlead/sandbox/control";
import { CommandFailure } from "../client/command-failure.ts";
import type { SandboxSetup } from "./sandbox-setup.ts";

export async function kubeconfig({ terminal, settings }: SandboxSetup, cluster: string | undefined): Promise<void> {
  const config = readKubeconfig(settings().home, cluster);
  if (config === undefined)
    throw new CommandFailure(
      3,
      cluster === undefined
        ? "The sandbox has no clusters yet. `npx fairlead sandbox up` makes them."
        : `The sandbox has no cluster ${cluster}. \`npx fairlead sandbox status\` names those it has.`,
    );
  terminal.out(JSON.stringify(config, undefined, 2));
}
