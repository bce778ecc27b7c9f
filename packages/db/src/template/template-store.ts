import type { TemplateStore } from "@fairlead/application";
import type { Tx } from "../prisma-transaction.ts";

export function templateStore(tx: Tx): TemplateStore {
  return {
    async lockDraft(name) {
      const rows = await tx.$queryRaw<{ version: number }[]>`
        SELECT version FROM template_draft WHERE name = ${name} FOR UPDATE`;
      return rows[0]?.version;
    },

    async saveDraft(name, text, version, by) {
      const columns = {
        text,
        version,
        updatedBy: by.personId === "" ? null : by.personId,
        updatedByName: by.name,
        updatedAt: new Date(),
      };
      await tx.templateDraft.upsert({ where: { name }, create: { name, ...columns }, update: columns });
    },

    async removeDraft(name) {
      await tx.templateDraft.deleteMany({ where: { name } });
    },

    async versions(name) {
      const rows = await tx.templateVersion.findMany({ where: { name }, select: { version: true } });
      return rows.map(({ version }) => version);
    },
  };
}
