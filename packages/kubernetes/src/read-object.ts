import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";

const ownerSchema = z.looseObject({ apiVersion: z.string(), kind: z.string(), name: z.string(), uid: z.string() });

const metadataSchema = z.looseObject({
  name: z.string(),
  namespace: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
  uid: z.string().optional(),
  resourceVersion: z.string().optional(),
  generation: z.number().optional(),
  creationTimestamp: z.string().optional(),
  deletionTimestamp: z.string().optional(),
  ownerReferences: z.array(ownerSchema).optional(),
});

const objectSchema = z.looseObject({ apiVersion: z.string(), kind: z.string(), metadata: metadataSchema });

/** What an API server gave, as far as it is used. */
export function readObject(value: unknown): KubernetesObject {
  // The schema has checked every field that the type names.
  return objectSchema.parse(value) as KubernetesObject;
}

const listSchema = z.object({
  kind: z.string(),
  apiVersion: z.string(),
  metadata: z.object({ resourceVersion: z.string().optional(), continue: z.string().optional() }),
  items: z.array(z.looseObject({ metadata: metadataSchema })).nullable(),
});

/** An object to keep: without what is half of its size and read by nobody. */
export function withoutManagers({ metadata, ...object }: KubernetesObject): KubernetesObject {
  const { managedFields: _dropped, ...kept } = metadata;
  return { ...object, metadata: kept } as KubernetesObject;
}

export interface ObjectList {
  items: KubernetesObject[];
  resourceVersion: string;
  continueToken?: string;
}

/** A list; its items do not say what they are, the list does. */
export function readList(value: unknown): ObjectList {
  const { kind, apiVersion, metadata, items } = listSchema.parse(value);
  const of = { apiVersion, kind: kind.replace(/List$/, "") };
  return {
    items: (items ?? []).map((item) => readObject({ ...of, ...item })),
    resourceVersion: metadata.resourceVersion ?? "",
    ...(metadata.continue ? { continueToken: metadata.continue } : {}),
  };
}
