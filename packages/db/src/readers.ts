import type { Readers } from "@fairlead/application";
import { accessReader } from "./access/access-reader.ts";
import { activityReader } from "./activity/activity-reader.ts";
import { catalogReader } from "./catalog/catalog-reader.ts";
import { clusterReader } from "./cluster/cluster-reader.ts";
import type { Database } from "./database.ts";
import { deliveryReader } from "./delivery/delivery-reader.ts";
import { lookupReader } from "./lookup/lookup-reader.ts";
import { serviceReader } from "./service/service-reader.ts";

export function readers(database: Database): Readers {
  return {
    access: accessReader(database.prisma),
    activity: activityReader(database.prisma),
    catalog: catalogReader(database.prisma),
    cluster: clusterReader(database.prisma),
    delivery: deliveryReader(database.prisma),
    lookup: lookupReader(database),
    service: serviceReader(database),
  };
}
