import { listDeliveriesOf } from "../delivery/list-deliveries.ts";
import { listReleases } from "../release/list-releases.ts";
import { trpc } from "../trpc/trpc.ts";
import { adoptServices } from "./adopt-services.ts";
import { diffService } from "./diff-service.ts";
import { explainDelivered } from "./explain-delivered.ts";
import { explainService } from "./explain-service.ts";
import { getManifests } from "./get-manifests.ts";
import { getService } from "./get-service.ts";
import { listRevisions } from "./list-revisions.ts";
import { listServices } from "./list-services.ts";
import { previewService } from "./preview-service.ts";
import { saveAdopted } from "./save-adopted.ts";
import { saveService } from "./save-service.ts";

export const serviceRouter = trpc.router({
  list: listServices,
  get: getService,
  revisions: listRevisions,
  releases: listReleases,
  deliveries: listDeliveriesOf,
  manifests: getManifests,
  preview: previewService,
  diff: diffService,
  explain: explainService,
  explainDelivered,
  save: saveService,
  adopt: adoptServices,
  saveAdopted,
});
