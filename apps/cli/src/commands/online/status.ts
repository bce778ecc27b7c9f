import { setTimeout as sleep } from "node:timers/promises";
import { serviceSchema } from "@fairlead/api/public";
import type { Command } from "commander";
import type * as z from "zod";
import { CommandFailure } from "../../client/command-failure.ts";
import { age } from "../../output/age.ts";
import { table } from "../../output/table.ts";
import { type Online, type OnlineSetup, onlineCommand, runOnline } from "./online.ts";

type Service = z.infer<typeof serviceSchema>;
type Place = Service["places"][number];
type Destination = Place["destinations"][number];

interface StatusOptions {
  environment?: string;
  watch?: boolean;
}

const EVERY_MS = 2000;

/** `fairlead status SERVICE`: how it is, everywhere it runs. */
export function statusCommand(setup: OnlineSetup): Command {
  return onlineCommand("status")
    .argument("<service>")
    .option("-e, --environment <name>", "this environment only")
    .option("-w, --watch", "follow until it serves, or a delivery fails")
    .description("say how a service is, everywhere it runs")
    .action((service: string, options) => runOnline(setup, options, (online) => status(online, service, options)));
}

async function status(online: Online, name: string, { environment, watch }: StatusOptions): Promise<void> {
  for (let last = ""; ; await sleep(EVERY_MS)) {
    const service = await online.client.get(`/services/${encodeURIComponent(name)}/status`, serviceSchema);
    const places = service.places.filter((place) => environment === undefined || place.environment === environment);
    if (environment !== undefined && places.length === 0) {
      throw new CommandFailure(1, `${name} is not declared for ${environment}.`, [
        `It is for ${service.places.map((place) => place.environment).join(", ") || "no environment"}.`,
      ]);
    }
    const text = online.json
      ? JSON.stringify({ ...service, places })
      : describe(service, places, online.now()).join("\n");
    const state = JSON.stringify(places.map(significant));
    if (state !== last) online.terminal.out(text);
    last = state;
    if (watch !== true) return;
    const failed = places
      .flatMap(({ destinations }) => destinations)
      .find(({ delivery }) => delivery?.state === "failed");
    if (failed?.delivery !== undefined) throw new CommandFailure(1, failed.delivery.reason);
    if (places.every(isServing)) return;
  }
}

/** What makes a new line worth reading; ages are not. */
function significant({ environment, destinations }: Place) {
  return [
    environment,
    destinations.map((at) => [at.health, at.healthReason, at.readyReplicas, at.delivery, at.serving]),
  ];
}

/** Every cluster of the environment runs what was last asked for. */
function isServing({ destinations }: Place): boolean {
  return (
    destinations.length > 0 &&
    destinations.every(
      ({ health, delivery }) => health === "Healthy" && (delivery?.state ?? "succeeded") === "succeeded",
    )
  );
}

function describe(service: Service, places: Place[], now: Date): string[] {
  const facts = [service.name, service.owner.team, ...(service.tier === undefined ? [] : [`tier ${service.tier}`])];
  const rows = places.flatMap((place) =>
    place.destinations.length === 0
      ? [[`  ${place.environment}`, "Missing", "never deployed"]]
      : place.destinations.map((destination) => row(place, destination, now)),
  );
  return [facts.join(" · "), ...table(rows)];
}

function row({ environment }: Place, at: Destination, now: Date): string[] {
  const moving = at.delivery !== undefined && ["queued", "applying", "verifying"].includes(at.delivery.state);
  const version = moving
    ? `${at.serving?.version ?? "nothing"} → ${at.delivery?.version}`
    : (at.serving?.version ?? "");
  const seen = at.observedAt === undefined ? "" : `, seen ${age(at.observedAt, now)}`;
  const where =
    at.unreachableSince === undefined
      ? `on ${at.cluster}${seen}`
      : `on ${at.cluster}, which cannot be reached since ${at.unreachableSince}`;
  return [
    `  ${environment}`,
    at.health,
    version,
    `${at.readyReplicas} of ${at.wantedReplicas} ready`,
    where + (at.simulated ? " (simulated)" : ""),
    at.healthReason,
  ];
}
