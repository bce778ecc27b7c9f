import * as z from "zod";
import type { Session } from "../credentials/session.ts";

/** https://kubernetes.io/docs/concepts/overview/kubernetes-api/#aggregated-discovery */
const AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

const discoverySchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string() }),
      versions: z.array(
        z.object({
          version: z.string(),
          resources: z
            .array(z.object({ resource: z.string(), responseKind: z.object({ kind: z.string() }) }))
            .default([]),
        }),
      ),
    }),
  ),
});

/** Every kind that a cluster serves beyond the core, as `group/version/Kind`, with the path of its collection. One question. */
export async function servedKinds(reader: Session): Promise<Map<string, string>> {
  const { items } = discoverySchema.parse(await reader.request({ method: "GET", path: "/apis", accept: AGGREGATED }));
  return new Map(
    items.flatMap(({ metadata, versions }) =>
      versions.flatMap(({ version, resources }) =>
        resources.map(({ resource, responseKind }): [string, string] => [
          `${metadata.name}/${version}/${responseKind.kind}`,
          `/apis/${metadata.name}/${version}/${resource}`,
        ]),
      ),
    ),
  );
}
