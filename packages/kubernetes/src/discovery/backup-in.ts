import type { KubernetesObject, Profile } from "@fairlead/domain";
import * as z from "zod";
import { type Found, onlyOne } from "./found.ts";

const locationSchema = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z.object({ default: z.boolean().default(false), accessMode: z.string().default("ReadWrite") }),
  status: z.object({ phase: z.string().optional() }).optional(),
});

/** Where Velero runs and where its backups go: the location that it uses by default, else the only one. */
export function backupIn(objects: readonly KubernetesObject[]): Found<Profile["backup"]> {
  const locations = objects
    .map((object) => locationSchema.parse(object))
    .filter(({ spec }) => spec.accessMode !== "ReadOnly");
  const notes = locations
    .filter(({ status }) => status?.phase !== "Available")
    .map(({ metadata }) => `The backup location ${metadata.name} is not available.`);
  const usable = locations.filter(({ status }) => status?.phase === "Available");
  const preferred = usable.filter(({ spec }) => spec.default);
  const chosen = onlyOne(
    preferred.length > 0 ? preferred : usable,
    "backup locations",
    ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
  );
  const { metadata } = chosen.value ?? {};
  return {
    value: metadata === undefined ? undefined : { namespace: metadata.namespace, storageLocation: metadata.name },
    notes: [...notes, ...chosen.notes],
  };
}
