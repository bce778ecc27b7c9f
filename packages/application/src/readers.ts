import type { AccessReader } from "./access/access-reader.ts";
import type { ActivityReader } from "./activity/activity-reader.ts";
import type { CatalogReader } from "./catalog/catalog-reader.ts";
import type { ClusterReader } from "./cluster/cluster-reader.ts";
import type { DeliveryReader } from "./delivery/delivery-reader.ts";
import type { ExceptionReader } from "./exception/exception-reader.ts";
import type { LookupReader } from "./lookup/lookup-reader.ts";
import type { PolicyReader } from "./policy/policy-reader.ts";
import type { ResourceReader } from "./resource/resource-reader.ts";
import type { ServiceReader } from "./service/service-reader.ts";
import type { TemplateReader } from "./template/template-reader.ts";

/** What is read outside of transactions, one reader a context. */
export interface Readers {
  access: AccessReader;
  activity: ActivityReader;
  catalog: CatalogReader;
  cluster: ClusterReader;
  delivery: DeliveryReader;
  exception: ExceptionReader;
  lookup: LookupReader;
  resource: ResourceReader;
  policy: PolicyReader;
  service: ServiceReader;
  template: TemplateReader;
}
