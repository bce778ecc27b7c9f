import type { Readers } from "@fairlead/application";
import { accessReader } from "./access/access-reader.ts";
import { activityReader } from "./activity/activity-reader.ts";
import { catalogReader } from "./catalog/catalog-reader.ts";
import { clusterReader } from "./cluster/cluster-reader.ts";
import type { Database } from "./database.ts";
import { deliveryReader } from "./delivery/delivery-reader.ts";
import { exceptionReader } from "./exception/exception-reader.ts";
import { lookupReader } from "./lookup/lookup-reader.ts";
import { policyReader } from "./policy/policy-reader.ts";
import { resourceReader } from "./resource/resource-reader.ts";
import { serviceReader } from "./service/service-reader.ts";
import { withStoreErrors } from "./store-error.ts";
import { templateReader } from "./template/template-reader.ts";

export function readers(database: Database): Readers {
  return {
    access: withStoreErrors(accessReader(database.prisma)),
    activity: withStoreErrors(activityReader(database.prisma)),
    catalog: withStoreErrors(catalogReader(database.prisma)),
    cluster: withStoreErrors(clusterReader(database.prisma)),
    delivery: withStoreErrors(deliveryReader(database.prisma)),
    exception: withStoreErrors(exceptionReader(database.prisma)),
    lookup: withStoreErrors(lookupReader(database)),
    resource: withStoreErrors(resourceReader(database)),
    policy: withStoreErrors(policyReader(database)),
    service: withStoreErrors(serviceReader(database)),
    template: withStoreErrors(templateReader(database)),
  };
}
