import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import { applyObject } from "../apply-object.ts";
import type { Session } from "../credentials/session.ts";
import { DELIVERY_LABEL, FIELD_MANAGER } from "./labels.ts";
import type { PlannedWrite } from "./plan-writes.ts";

/** What an autoscaler scales. */
const SCALED = new Set(["Deployment", "StatefulSet"]);
const MANAGER = "fairlead-autoscaling";
const specSchema = z.object({ replicas: z.number().optional() });
const managersSchema = z.array(
  z.object({
    manager: z.string().optional(),
    operation: z.string().optional(),
    fieldsV1: z.object({ "f:spec": z.object({ "f:replicas": z.unknown().optional() }).optional() }).optional(),
  }),
);

/**
 * Where an autoscaler takes over, Fairlead stops naming the number of replicas, and the API server would fall back to
 * one at once. So the present number is kept by another manager first, until the autoscaler writes its own.
 */
export async function handOverReplicas(session: Session, { path, object, current }: PlannedWrite): Promise<void> {
  if (!SCALED.has(object.kind) || current === undefined) return;
  const replicasOf = (spec: unknown) => specSchema.parse(spec).replicas;
  const replicas = replicasOf(current.spec);
  if (replicasOf(object.spec) !== undefined || replicas === undefined || !isOurs(current)) return;
  const { apiVersion, kind, metadata } = object;
  const { name, namespace, uid, labels } = metadata;
  const kept = {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(uid === undefined ? {} : { uid }),
      labels: { [DELIVERY_LABEL]: labels?.[DELIVERY_LABEL] ?? "" },
    },
    spec: { replicas },
  };
  await applyObject(session, path, kept, { fieldManager: MANAGER });
}

/** Whether the number of replicas is what Fairlead applied; afterwards it is the autoscaler's. */
function isOurs({ metadata }: KubernetesObject): boolean {
  const managers = managersSchema.parse(metadata.managedFields ?? []);
  return managers.some(
    ({ manager, operation, fieldsV1 }) =>
      manager === FIELD_MANAGER && operation === "Apply" && fieldsV1?.["f:spec"]?.["f:replicas"] !== undefined,
  );
}
