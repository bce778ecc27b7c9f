import type { BeforeDeployStore } from "./before-deploy-store.ts";
import type { ClusterGateway } from "./cluster-port.ts";
import type { DeliveryStore } from "./delivery-store.ts";
import type { ObservationStore } from "./observation-store.ts";

/** What carrying out deliveries needs from the composition root. */
export interface DeliverDeps {
  clusters: ClusterGateway;
  deliveries: DeliveryStore;
  steps: BeforeDeployStore;
  observations: Pick<ObservationStore, "unreachable">;
  now(): Date;
}
