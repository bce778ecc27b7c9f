import type { CatalogStore } from "@fairlead/application";
import type { Tx } from "../prisma-transaction.ts";

type Arguments = Parameters<CatalogStore["addFitDecisions"]>;

export async function addFitDecisions(
  tx: Tx,
  { kind, name }: Arguments[0],
  decisions: Arguments[1],
  by: Arguments[2],
): Promise<void> {
  if (decisions.length === 0) return;
  const { id } = await tx.entity.findUniqueOrThrow({ where: { kind_name: { kind, name } }, select: { id: true } });
  await tx.fitDecision.createMany({
    data: decisions.map(({ template, question, outcome, reason }) => {
      const [templateName = "", templateVersion = ""] = template.split("@");
      return {
        entityId: id,
        templateName,
        templateVersion,
        question: question?.ask ?? "",
        advice: question?.because ?? "",
        outcome,
        reason,
        decidedByName: by.name,
        ...(by.personId === "" ? {} : { decidedBy: by.personId }),
      };
    }),
  });
}
