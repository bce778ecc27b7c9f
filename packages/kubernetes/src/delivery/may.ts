import { ClusterError } from "@fairlead/application";
import * as z from "zod";
import type { Session } from "../credentials/session.ts";
import { waitUntil } from "../wait-until.ts";

const reviewSchema = z.object({ status: z.object({ allowed: z.boolean() }) });
const ARRIVES_MS = 10_000;

/** A new binding reaches the authorizer a moment after it was written; waits for that. */
export async function untilItMay(
  session: Session,
  who: string,
  may: { namespace: string; verb: string; group?: string; resource: string },
): Promise<void> {
  const body = {
    apiVersion: "authorization.k8s.io/v1",
    kind: "SelfSubjectAccessReview",
    spec: { resourceAttributes: may },
  };
  const path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  const isAllowed = async () =>
    reviewSchema.parse(await session.request({ method: "POST", path, body })).status.allowed;
  if (await waitUntil(isAllowed, ARRIVES_MS)) return;
  throw new ClusterError(
    "forbidden",
    session.cluster,
    `${who} has no rights in the namespace ${may.namespace}. Attach the cluster again, so that its roles are those of today`,
  );
}
