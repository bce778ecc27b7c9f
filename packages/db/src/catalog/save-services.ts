import type { CatalogStore } from "@fairlead/application";
import type { Tx } from "../prisma-transaction.ts";
import { declaredDependencies, declaredHosts } from "./declared.ts";
import { idOf, saveEntities } from "./save-entities.ts";

type Arguments = Parameters<CatalogStore["saveServices"]>;

/** New revisions of services, and everything that is derived from the current ones. */
export async function saveServices(
  tx: Tx,
  services: Arguments[0],
  by: Arguments[1],
  { reason, source }: Arguments[2],
): Promise<void> {
  if (services.length === 0) return;
  const ids = await saveEntities(
    tx,
    services.map(({ document }) => ({
      document,
      words: [...declaredHosts(document), document.spec.image ?? ""],
    })),
  );
  const rows = services.map(({ document, revision }) => {
    const [template_name, template_version] = document.spec.template?.split("@") ?? [];
    const id = idOf(ids, document.metadata.name);
    return { id, revision, document, managed: document.spec.managed ?? true, template_name, template_version };
  });
  const author = by.personId === "" ? null : by.personId;
  // The two tables point at each other; their constraints are checked when the transaction ends.
  await tx.$executeRaw`
    WITH r AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (
        id uuid, revision int, document jsonb, managed boolean, template_name text, template_version text)
    ), revisions AS (
      INSERT INTO service_revision (service_id, number, document, reason, author_id)
      SELECT id, revision, document, ${reason}, ${author}::uuid FROM r
    )
    INSERT INTO service (entity_id, source, managed, template_name, template_version, revision)
    SELECT id, ${source}, managed, template_name, template_version, revision FROM r
    ON CONFLICT (entity_id) DO UPDATE SET
      source = excluded.source, managed = excluded.managed, template_name = excluded.template_name,
      template_version = excluded.template_version, revision = excluded.revision`;
  await tx.dependency.deleteMany({ where: { serviceId: { in: [...ids.values()] } } });
  await tx.dependency.createMany({
    data: services.flatMap(({ document }) => {
      const serviceId = idOf(ids, document.metadata.name);
      return declaredDependencies(document).map((dependency) => ({ serviceId, ...dependency }));
    }),
  });
}
