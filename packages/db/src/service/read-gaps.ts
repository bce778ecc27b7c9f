import type { DestinationView } from "@fairlead/application";
import * as z from "zod";
import type { PrismaClient } from "../../generated/client.ts";

const gapsSchema = z.array(z.object({ what: z.string(), because: z.string(), remedy: z.string() })).nullable();

/** The gaps of what was last rendered for each destination of a service. The manifests themselves stay where they are. */
export async function readGaps(prisma: PrismaClient, serviceId: string): Promise<Map<string, DestinationView["gaps"]>> {
  const rows = await prisma.$queryRaw<{ destination: string; gaps: unknown }[]>`
    SELECT d.id AS destination, b.content -> 'gaps' AS gaps FROM destination d
    JOIN LATERAL (SELECT rendering_id FROM delivery WHERE destination_id = d.id ORDER BY number DESC LIMIT 1) last ON true
    JOIN rendering r ON r.id = last.rendering_id JOIN blob b ON b.digest = r.blob_digest
    WHERE d.service_id = ${serviceId}::uuid`;
  return new Map(rows.map(({ destination, gaps }) => [destination, gapsSchema.parse(gaps) ?? []]));
}
