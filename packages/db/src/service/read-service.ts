import type { DestinationView, ServiceView } from "@fairlead/application";
import { contactSchema, HEALTH_STATES, linkSchema, SYNC_STATES, serviceSchema } from "@fairlead/domain";
import * as z from "zod";
import type { Prisma, PrismaClient } from "../../generated/client.ts";
import { deliveryStateSchema } from "../delivery/delivery-reader.ts";
import { given } from "../json.ts";
import { readGaps } from "./read-gaps.ts";
import { readNeeds } from "./read-needs.ts";

const DESTINATION = {
  clusterRow: true,
  delivery: { orderBy: { number: "desc" }, take: 1, include: { release: true } },
} satisfies Prisma.DestinationInclude;

const INCLUDE = {
  team: true,
  system: { select: { name: true } },
  service: {
    include: {
      destination: {
        include: DESTINATION,
        orderBy: [{ environmentRow: { sortOrder: "asc" } }, { environment: "asc" }, { cluster: "asc" }],
      },
    },
  },
} satisfies Prisma.EntityInclude;

type DestinationRow = Prisma.DestinationGetPayload<{ include: typeof DESTINATION }>;
type ReleaseRow = DestinationRow["delivery"][number]["release"];

/** Everything about one service, with where it is as last seen. */
export async function readService(prisma: PrismaClient, name: string): Promise<ServiceView | undefined> {
  const row = await prisma.entity.findUnique({ where: { kind_name: { kind: "Service", name } }, include: INCLUDE });
  if (row?.service == null) return undefined;
  const { destination } = row.service;
  const serving = destination.flatMap(({ servingReleaseId }) => servingReleaseId ?? []);
  const [{ needs, calledBy }, gaps, found] = await Promise.all([
    readNeeds(prisma, row.id, name),
    readGaps(prisma, row.id),
    serving.length === 0 ? [] : prisma.release.findMany({ where: { id: { in: serving } } }),
  ]);
  const releases = new Map(found.map((release) => [release.id, release]));
  return {
    name: row.name,
    title: row.title,
    description: row.description,
    owner: { team: row.team.name, title: row.team.title, contacts: z.array(contactSchema).parse(row.team.contacts) },
    links: z.array(linkSchema).parse(row.links),
    managed: row.service.managed,
    source: row.service.source === "repository" ? "repository" : "portal",
    revision: row.service.revision,
    document: serviceSchema.parse(row.document),
    destinations: destination.map((each) => ({
      ...toDestination(each, releases.get(each.servingReleaseId ?? "")),
      gaps: gaps.get(each.id) ?? [],
    })),
    needs,
    calledBy,
    ...given("system", row.system?.name),
    ...given("tier", row.tier),
    ...given("lifecycle", row.lifecycle),
  };
}

function toDestination(row: DestinationRow, serving: ReleaseRow | undefined): Omit<DestinationView, "gaps"> {
  const [delivery] = row.delivery;
  return {
    id: row.id,
    environment: row.environment,
    cluster: row.cluster,
    namespace: row.namespace,
    health: z.enum(HEALTH_STATES).parse(row.health),
    healthReason: row.healthReason,
    healthSince: row.healthSince,
    sync: z.enum(SYNC_STATES).parse(row.sync),
    readyReplicas: row.readyReplicas,
    wantedReplicas: row.wantedReplicas,
    simulated: row.clusterRow.simulated,
    ...given("serving", serving && { number: serving.number, image: serving.image, at: serving.createdAt }),
    ...given(
      "delivery",
      delivery && {
        id: delivery.id,
        state: deliveryStateSchema.parse(delivery.state),
        reason: delivery.reason,
        release: delivery.release.number,
        image: delivery.release.image,
      },
    ),
    ...given("observedAt", row.observedAt),
    ...given("unreachableSince", row.clusterRow.unreachableSince),
  };
}
