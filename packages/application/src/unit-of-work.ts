import type { AccessStore } from "./access/access-store.ts";
import type { AuditStore } from "./audit/audit-store.ts";
import type { CatalogStore } from "./catalog/catalog-store.ts";
import type { ExceptionStore } from "./exception/exception-store.ts";
import type { PolicyStageStore } from "./policy/policy-stage-store.ts";
import type { ReleaseStore } from "./release/release-store.ts";
import type { TemplateStore } from "./template/template-store.ts";

/** The stores of one transaction. */
export interface Transaction {
  access: AccessStore;
  audit: AuditStore;
  catalog: CatalogStore;
  exception: ExceptionStore;
  policy: PolicyStageStore;
  release: ReleaseStore;
  template: TemplateStore;
}

export interface UnitOfWork {
  transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}
