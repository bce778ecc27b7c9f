import { type AppliedObject, ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import type { Session } from "../../credentials/session.ts";
import { readList } from "../../read-object.ts";
import { DELIVERY_LABEL, FIELD_MANAGER, SERVICE_LABEL } from "../labels.ts";
import { claimSize, claimTemplates, isSmaller } from "./claim-templates.ts";

/** A claim that is smaller than its StatefulSet wants it. */
export interface GrowingClaim {
  claim: KubernetesObject;
  path: string;
  from: string;
  to: string;
  /** Only with a volume can it grow: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims */
  hasVolume: boolean;
}

const statusSchema = z.object({ status: z.object({ phase: z.string().optional() }).default({}) });

/**
 * The claims of a StatefulSet that are smaller than it wants them, whoever has grown the others. As *reader*.
 *
 * @throws ClusterError `forbidden` where one of them is not the service's
 */
export async function smallerClaims(reader: Session, wanted: KubernetesObject): Promise<GrowingClaim[]> {
  const templates = claimTemplates(wanted);
  if (templates.size === 0) return [];
  const { name, namespace = "default", labels = {} } = wanted.metadata;
  const collection = `/api/v1/namespaces/${namespace}/persistentvolumeclaims`;
  const { items } = readList(await reader.request({ method: "GET", path: collection }));
  const found = items.flatMap((claim): GrowingClaim[] => {
    if (claim.metadata.deletionTimestamp !== undefined) return [];
    const to = templates.get(volumeOf(claim.metadata.name, name) ?? "")?.size;
    const from = claimSize(claim);
    if (to === undefined || !isSmaller(from, to)) return [];
    const hasVolume = statusSchema.parse(claim).status.phase === "Bound";
    return [{ claim, path: `${collection}/${claim.metadata.name}`, from, to, hasVolume }];
  });
  const foreign = found.filter(({ claim }) => claim.metadata.labels?.[SERVICE_LABEL] !== labels[SERVICE_LABEL]);
  if (foreign.length === 0) return found;
  const message = `${claimsInWords(foreign)} not made by Fairlead, and smaller than declared. Let grow by hand what is to be kept, then deploy again`;
  throw new ClusterError("forbidden", reader.cluster, message);
}

/** Asks for more room, as the namespace's deployer. The cluster makes it while pods go on writing. */
export async function growClaim(
  deployer: Session,
  { claim, path, to }: GrowingClaim,
  { number, tryOnly = false }: { number: bigint; tryOnly?: boolean },
): Promise<void> {
  await deployer.request({
    method: "PATCH",
    path,
    query: { fieldManager: FIELD_MANAGER, ...(tryOnly ? { dryRun: "All" } : {}) },
    contentType: "application/merge-patch+json",
    body: {
      metadata: { uid: claim.metadata.uid, labels: { [DELIVERY_LABEL]: String(number) } },
      spec: { resources: { requests: { storage: to } } },
    },
  });
}

export function grown({ claim, from, to }: GrowingClaim): AppliedObject {
  return { kind: "PersistentVolumeClaim", name: claim.metadata.name, change: "changed", grew: { from, to } };
}

/** `data` of the claim `data-ledger-0`. */
function volumeOf(claim: string, set: string): string | undefined {
  const [, ordinal = ""] = /-([0-9]+)$/.exec(claim) ?? [];
  const end = `-${set}-${ordinal}`;
  return ordinal !== "" && claim.endsWith(end) ? claim.slice(0, -end.length) : undefined;
}

/** `PersistentVolumeClaim data-ledger-0 is`, to be gone on with. */
export function claimsInWords(claims: readonly GrowingClaim[]): string {
  const all = claims.map(({ claim }) => claim.metadata.name).join(", ");
  return claims.length === 1 ? `PersistentVolumeClaim ${all} is` : `PersistentVolumeClaims ${all} are`;
}
