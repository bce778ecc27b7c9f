import { deployedSchema } from "@fairlead/api/public";
import type { Command } from "commander";
import { CommandFailure } from "../../client/command-failure.ts";
import { followDelivery } from "./follow-delivery.ts";
import { type Online, type OnlineSetup, onlineCommand, runOnline } from "./online.ts";

interface DeployOptions {
  environment: string;
  image?: string;
  commit?: string;
  wait?: boolean;
}

/** `fairlead deploy SERVICE -e ENVIRONMENT`: makes a release and brings it there. */
export function deployCommand(setup: OnlineSetup): Command {
  return onlineCommand("deploy")
    .argument("<service>")
    .requiredOption("-e, --environment <name>", "where to")
    .option("--image <reference>", "instead of the one in the declaration")
    .option("--commit <sha>", "what the image was built from")
    .option("--wait", "follow until it serves; exit 1 if it does not come to that")
    .description("make a release of a service and bring it to an environment")
    .action((service: string, options) => runOnline(setup, options, (online) => deploy(online, service, options)));
}

async function deploy(online: Online, service: string, options: DeployOptions): Promise<void> {
  const { terminal, client, json } = online;
  const { environment, image, commit } = options;
  const deployed = await client.post(`/services/${encodeURIComponent(service)}/deploy`, deployedSchema, {
    environment,
    ...(image === undefined ? {} : { image }),
    ...(commit === undefined ? {} : { commit }),
  });
  const { release, deliveries, warnings } = deployed;
  if (json && options.wait !== true) return terminal.out(JSON.stringify(deployed));
  if (!json) {
    const clusters = deliveries.map(({ cluster }) => cluster).join(", ");
    terminal.out(`Release ${release.number} of ${service}, ${release.version}, goes to ${environment} on ${clusters}.`);
    for (const { reason, remedy } of warnings) terminal.err(`Note: ${reason}. ${remedy}`);
  }
  if (options.wait !== true) return terminal.out(`Follow it with \`fairlead status ${service} --watch\`.`);
  const ends = await Promise.all(deliveries.map(({ id }) => followDelivery(online, id)));
  if (json) terminal.out(JSON.stringify({ ...deployed, deliveries: ends }));
  const failed = ends.filter(({ state }) => state !== "succeeded");
  if (failed.length > 0) {
    throw new CommandFailure(
      1,
      `${release.version} does not serve in ${environment}.`,
      failed.map(({ cluster, state, reason }) => `${cluster}: ${reason || state}`),
    );
  }
  if (!json) terminal.out(`${release.version} serves in ${environment}.`);
}
