import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});
const listSchema = z.looseObject({
  apiVersion: z.literal("v1"),
  kind: z.literal("List"),
  items: z.array(objectSchema),
});

/** The Kubernetes objects that a document from outside is, also as a List; `undefined` where it is none. */
export function objectsIn(value: unknown): KubernetesObject[] | undefined {
  const list = listSchema.safeParse(value);
  if (list.success) return list.data.items.map(asObject);
  const object = objectSchema.safeParse(value);
  return object.success ? [asObject(object.data)] : undefined;
}

/** Its labels and the like are what the file says; who reads them takes them as they stand. */
function asObject(value: z.infer<typeof objectSchema>): KubernetesObject {
  return value as KubernetesObject;
}
