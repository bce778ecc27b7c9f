import { FIT_OUTCOMES, type FitDecisionView, type ResourceReader } from "@fairlead/application";
import { contactSchema, resourceSchema } from "@fairlead/domain";
import * as z from "zod";
import type { FitDecision } from "../../generated/client.ts";
import type { Database } from "../database.ts";
import { given } from "../json.ts";
import { listResources } from "./list-resources.ts";

const contactsSchema = z.array(contactSchema);

export function resourceReader({ prisma, pool }: Pick<Database, "prisma" | "pool">): ResourceReader {
  const decisions: ResourceReader["decisions"] = async (kind, name) => {
    const rows = await prisma.fitDecision.findMany({
      where: { entity: { kind, name } },
      orderBy: [{ decidedAt: "desc" }, { id: "asc" }],
      take: 20,
    });
    return rows.map(toDecision);
  };

  return {
    decisions,
    list: (query) => listResources(pool, query),

    async get(name) {
      const [row, callers, decided] = await Promise.all([
        prisma.entity.findUnique({
          where: { kind_name: { kind: "Resource", name } },
          include: { team: true, system: { select: { name: true } } },
        }),
        prisma.$queryRaw<{ name: string }[]>`
          SELECT DISTINCT e.name FROM dependency y JOIN entity e ON e.id = y.service_id
          WHERE y.target_kind = 'resource' AND y.target_name = ${name} ORDER BY e.name`,
        decisions("Resource", name),
      ]);
      if (row === null) return undefined;
      const contacts = [...contactsSchema.parse(row.contacts), ...contactsSchema.parse(row.team.contacts)];
      return {
        name: row.name,
        title: row.title,
        owner: { team: row.team.name, title: row.team.title, contacts },
        version: row.version,
        document: resourceSchema.parse(row.document),
        neededBy: callers.map((caller) => caller.name),
        decisions: decided,
        ...given("system", row.system?.name),
      };
    },
  };
}

function toDecision(row: FitDecision): FitDecisionView {
  return {
    template: `${row.templateName}@${row.templateVersion}`,
    ...(row.question === "" ? {} : { question: { ask: row.question, because: row.advice } }),
    outcome: z.enum(FIT_OUTCOMES).parse(row.outcome),
    reason: row.reason,
    by: row.decidedByName,
    at: row.decidedAt,
  };
}
