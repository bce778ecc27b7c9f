import { getDeliveryRoute } from "../delivery/get-delivery.ts";
import { listDeliveryEventsRoute } from "../delivery/list-events.ts";
import { applyRoute } from "../document/apply.ts";
import { documentSchemaRoute } from "../document/document-schema.ts";
import { whoRoute } from "../lookup/find-owner.ts";
import { deployServiceRoute } from "../release/deploy-service.ts";
import { getServiceRoute, getServiceStatusRoute } from "../service/get-service.ts";
import { listServicesRoute } from "../service/list-services.ts";
import type { RestRoute } from "./rest-route.ts";

/** The public API. docs/openapi.yaml describes it. */
export const REST_ROUTES: readonly RestRoute[] = [
  applyRoute,
  listServicesRoute,
  getServiceRoute,
  getServiceStatusRoute,
  deployServiceRoute,
  getDeliveryRoute,
  listDeliveryEventsRoute,
  whoRoute,
  documentSchemaRoute,
];
