import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import type { Session } from "../../credentials/session.ts";
import { readList } from "../../read-object.ts";

const specSchema = z.object({ selector: z.object({ matchLabels: z.record(z.string(), z.string()) }) });

export interface SetPod {
  ordinal: number;
  uid: string;
  /** The uid of what keeps it running; `undefined` where nothing does. */
  owner: string | undefined;
}

/** The pods that are a StatefulSet's by label and name, whether or not it owns them. As *reader*. */
export async function podsOfSet(reader: Session, set: KubernetesObject): Promise<SetPod[]> {
  const { name, namespace = "default" } = set.metadata;
  const { matchLabels } = specSchema.parse(set.spec).selector;
  const labelSelector = Object.entries(matchLabels)
    .map(([key, value]) => `${key}=${value}`)
    .join(",");
  const path = `/api/v1/namespaces/${namespace}/pods`;
  const { items } = readList(await reader.request({ method: "GET", path, query: { labelSelector } }));
  return items.flatMap(({ metadata }): SetPod[] => {
    const ordinal = metadata.name.startsWith(`${name}-`) ? metadata.name.slice(name.length + 1) : "";
    if (!/^[0-9]+$/.test(ordinal)) return [];
    return [{ ordinal: Number(ordinal), uid: metadata.uid ?? "", owner: metadata.ownerReferences?.[0]?.uid }];
  });
}
