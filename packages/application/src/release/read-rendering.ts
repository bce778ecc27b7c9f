import type { KubernetesObject } from "@fairlead/domain";
import type { Rendering } from "@fairlead/manifests";
import * as z from "zod";

const objectSchema = z
  .looseObject({ apiVersion: z.string(), kind: z.string(), metadata: z.looseObject({ name: z.string() }) })
  .transform((value): KubernetesObject => value as KubernetesObject);

const renderingSchema = z.object({
  guarded: z.array(objectSchema),
  objects: z.array(objectSchema),
  gaps: z.array(z.object({ what: z.string(), because: z.string(), remedy: z.string() })),
});

/** A rendering as it comes out of the database; `undefined` for what is none. */
export function readRendering(content: unknown): Rendering | undefined {
  const parsed = renderingSchema.safeParse(content);
  return parsed.success ? parsed.data : undefined;
}
