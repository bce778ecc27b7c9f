import { Command } from "commander";
import { runSandboxCommand, type SandboxSetup } from "./sandbox-setup.ts";

/** `fairlead sandbox …`: the embedded Postgres, clusters, identity provider and portal on this machine. */
export function sandboxCommand(setup: SandboxSetup): Command {
  const run = (work: () => Promise<void>) => runSandboxCommand(setup, work);
  const command = new Command("sandbox")
    .description("run Fairlead with everything it needs on this machine")
    .helpCommand(false);

  command
    .command("up")
    .description("start it in the background; `npm start` runs it in the foreground")
    .option("--clusters <n>", "how many simulated clusters, 1 to 3")
    .option("--kubeconfig <file>", "a cluster of yours instead of simulated ones")
    .option("--context <name>", "the context in it")
    .option("--empty", "begin without the example shop")
    .action((options) => run(async () => (await import("./up.ts")).up(setup, options)));
  command
    .command("down")
    .description("end it; its state stays")
    .action(() => run(async () => (await import("./down.ts")).down(setup)));
  command
    .command("status")
    .description("say where it is and how far its clusters are")
    .option("--json", "answer as JSON")
    .action((options) => run(async () => (await import("./status.ts")).status(setup, options)));
  command
    .command("kubeconfig")
    .argument("[cluster]", "one cluster only")
    .description("print a kubeconfig for its clusters, as their admin")
    .action((cluster) => run(async () => (await import("./kubeconfig.ts")).kubeconfig(setup, cluster)));
  command
    .command("reset")
    .description("end it and take its state away")
    .option("--yes", "without asking")
    .action((options) => run(async () => (await import("./reset.ts")).reset(setup, options)));
  command
    .command("attach")
    .description("install Fairlead's accounts, roles and guards in a cluster, as its admin")
    .requiredOption("--name <name>", "what Fairlead shall call the cluster")
    .requiredOption("--kubeconfig <file>", "how to reach it")
    .option("--context <name>", "the context in it; its current one if left out")
    .option("--credentials <folder>", "where the accounts' tokens are written; the sandbox's folder if left out")
    .option("--no-policy-account", "the admin applies policies, as `fairlead policies` prints them")
    .option("--yes", "without asking")
    .action((options) => run(async () => (await import("./attach.ts")).attach(setup, options)));

  for (const part of command.commands) part.exitOverride();
  return command;
}
