import * as z from "zod";
import type { Session } from "../src/credentials/session.ts";
import { waitUntil } from "../src/wait-until.ts";
import { post } from "./attached-cluster.ts";

const statusSchema = z.object({ status: z.object({ phase: z.string() }) });

/** A claim with a volume made by hand: bound without a pod, so that it can grow. Of the class that the cluster has. */
export async function boundClaim(
  admin: Session,
  { namespace, name, labels }: { namespace: string; name: string; labels: Record<string, string> },
): Promise<string> {
  const shared = { storageClassName: "standard", accessModes: ["ReadWriteOnce"] };
  const claims = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
  await post(admin, "/api/v1/persistentvolumes", {
    metadata: { name: `${namespace}-${name}` },
    spec: {
      ...shared,
      capacity: { storage: "1Gi" },
      hostPath: { path: "/dev/null" },
      claimRef: { namespace, name },
      persistentVolumeReclaimPolicy: "Retain",
    },
  });
  await post(admin, claims, {
    metadata: { name, labels },
    spec: { ...shared, volumeName: `${namespace}-${name}`, resources: { requests: { storage: "1Gi" } } },
  });
  const path = `${claims}/${name}`;
  const phase = async () => statusSchema.parse(await admin.request({ method: "GET", path })).status.phase;
  if (await waitUntil(async () => (await phase()) === "Bound", 20_000)) return path;
  throw new Error(`The claim ${name} was not bound: it is ${await phase()}.`);
}
