import type { NeedView } from "@fairlead/application";
import * as z from "zod";
import type { PrismaClient } from "../../generated/client.ts";
import { given } from "../json.ts";

interface Row {
  kind: string;
  name: string;
  port: string;
  optional: boolean;
  team: string | null;
  team_title: string | null;
}

const kindSchema = z.enum(["service", "resource", "external"]);

/** What a service calls, with whose it is, and what calls it. */
export async function readNeeds(
  prisma: PrismaClient,
  serviceId: string,
  name: string,
): Promise<{ needs: NeedView[]; calledBy: string[] }> {
  const [needs, callers] = await Promise.all([
    prisma.$queryRaw<Row[]>`
      SELECT y.target_kind AS kind, y.target_name AS name, y.target_port AS port, y.optional, t.name AS team, t.title AS team_title
      FROM dependency y
      LEFT JOIN entity e ON e.kind = initcap(y.target_kind) AND e.name = y.target_name AND y.target_kind <> 'external'
      LEFT JOIN team t ON t.id = e.team_id
      WHERE y.service_id = ${serviceId}::uuid ORDER BY y.target_kind DESC, y.target_name, y.target_port`,
    prisma.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT e.name FROM dependency y JOIN entity e ON e.id = y.service_id
      WHERE y.target_kind = 'service' AND y.target_name = ${name} ORDER BY e.name`,
  ]);
  return { needs: needs.map(toNeed), calledBy: callers.map((caller) => caller.name) };
}

function toNeed({ kind, name, port, optional, team, team_title }: Row): NeedView {
  return {
    kind: kindSchema.parse(kind),
    name,
    optional,
    ...given("port", port === "" ? undefined : port),
    ...(team === null ? {} : { owner: { team, title: team_title ?? team } }),
  };
}
