import type { UnitOfWork } from "@fairlead/application";
import { accessStore } from "./access/access-store.ts";
import { auditStore } from "./audit/audit-store.ts";
import { catalogStore } from "./catalog/catalog-store.ts";
import type { Database } from "./database.ts";
import { exceptionStore } from "./exception/exception-store.ts";
import { policyStageStore } from "./policy/policy-stage-store.ts";
import { releaseStore } from "./release/release-store.ts";
import { toStoreError } from "./store-error.ts";
import { templateStore } from "./template/template-store.ts";

const TIMEOUT_MS = 30_000;

/** Transactions over the stores that write. */
export function unitOfWork({ prisma }: Pick<Database, "prisma">): UnitOfWork {
  return {
    transact: (work) =>
      prisma
        .$transaction(
          (tx) =>
            work({
              access: accessStore(tx),
              audit: auditStore(tx),
              catalog: catalogStore(tx),
              exception: exceptionStore(tx),
              policy: policyStageStore(tx),
              release: releaseStore(tx),
              template: templateStore(tx),
            }),
          {
            timeout: TIMEOUT_MS,
            maxWait: 10_000,
          },
        )
        .catch((error: unknown) => {
          throw toStoreError(error);
        }),
  };
}
