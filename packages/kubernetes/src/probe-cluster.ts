import { ClusterError } from "@fairlead/application";
import type { Gateway, Profile } from "@fairlead/domain";
import * as z from "zod";
import type { Session } from "./credentials/session.ts";

const versionSchema = z.object({ gitVersion: z.string(), major: z.string(), minor: z.string() });
const groupsSchema = z.object({
  groups: z.array(z.object({ name: z.string(), versions: z.array(z.object({ groupVersion: z.string() })) })),
});
const resourcesSchema = z.object({ resources: z.array(z.object({ name: z.string(), kind: z.string() })) });
const gatewaysSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string(), namespace: z.string() }),
      spec: z.object({ listeners: z.array(z.object({ hostname: z.string().optional() })) }),
    }),
  ),
});

const GATEWAY_API = "gateway.networking.k8s.io/v1";

/** What a cluster is and offers, found by asking it. */
export interface ClusterProfile extends Profile {
  /** Such as `v1.36.3`. */
  version: string;
}

/** Asks a cluster for its version and for what rendering may use beyond what every cluster has. As *reader*. */
export async function probeCluster(reader: Session): Promise<ClusterProfile> {
  const get = (path: string) => reader.request({ method: "GET", path, deadlineMs: 5000 });
  const version = versionSchema.parse(await get("/version"));
  const { groups } = groupsSchema.parse(await get("/apis"));
  const hasGateways = groups.some(({ versions }) => versions.some(({ groupVersion }) => groupVersion === GATEWAY_API));
  const kinds = hasGateways ? resourcesSchema.parse(await get(`/apis/${GATEWAY_API}`)).resources : [];
  return {
    name: reader.cluster,
    kubernetes: `${version.major}.${version.minor.replace(/\D.*$/, "")}`,
    version: version.gitVersion,
    apis: kinds.filter(({ name }) => !name.includes("/")).map(({ kind }) => `${GATEWAY_API}/${kind}`),
    gateways: hasGateways ? await gatewaysOf(get) : [],
    fqdnRules: false,
    ipv6: false,
    reloader: false,
    zones: [],
    storageClasses: [],
    snapshotClasses: [],
  };
}

async function gatewaysOf(get: (path: string) => Promise<unknown>): Promise<Gateway[]> {
  try {
    const { items } = gatewaysSchema.parse(await get(`/apis/${GATEWAY_API}/gateways`));
    return items.map(({ metadata, spec }) => ({
      ...metadata,
      hosts: spec.listeners.map(({ hostname }) => hostname ?? "*"),
    }));
  } catch (error) {
    // A cluster that knows routes but no gateways has none for us.
    if (error instanceof ClusterError && (error.failure === "not-found" || error.failure === "forbidden")) return [];
    throw error;
  }
}
