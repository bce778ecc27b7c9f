import type { KubernetesObject, Profile } from "@fairlead/domain";
import * as z from "zod";
import { type Found, onlyOne } from "./found.ts";

const storeSchema = z.object({
  metadata: z.object({ name: z.string() }),
  status: z.object({ conditions: z.array(z.object({ type: z.string(), status: z.string() })).default([]) }).optional(),
});

/** The store for the whole cluster that External Secrets can read from. */
export function secretStoreIn(objects: readonly KubernetesObject[]): Found<Profile["secretStore"]> {
  const stores = objects.map((object) => storeSchema.parse(object));
  const isReady = ({ status }: z.infer<typeof storeSchema>) =>
    status?.conditions.some(({ type, status: is }) => type === "Ready" && is === "True") ?? false;
  const broken = stores.filter((store) => !isReady(store)).map(({ metadata }) => metadata.name);
  const { value, notes } = onlyOne(stores.filter(isReady), "secret stores", ({ metadata }) => metadata.name);
  return {
    value: value === undefined ? undefined : { name: value.metadata.name, prefix: "" },
    notes: [...notes, ...broken.map((name) => `The secret store ${name} is not ready.`)],
  };
}
