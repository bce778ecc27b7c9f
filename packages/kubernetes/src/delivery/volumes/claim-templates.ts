import { type KubernetesObject, quantityValue } from "@fairlead/domain";
import * as z from "zod";

const claimSpec = z.object({
  storageClassName: z.string().optional(),
  resources: z.object({ requests: z.object({ storage: z.string() }) }),
});
const setSchema = z.object({
  volumeClaimTemplates: z.array(z.object({ metadata: z.object({ name: z.string() }), spec: claimSpec })).default([]),
});
const claimSchema = z.object({ spec: claimSpec });

interface ClaimTemplate {
  /** A quantity. */
  size: string;
  storageClass: string | undefined;
}

/** What each replica of a StatefulSet has claimed for it, by the volume's name. */
export function claimTemplates({ spec }: KubernetesObject): Map<string, ClaimTemplate> {
  const { volumeClaimTemplates } = setSchema.parse(spec);
  return new Map(
    volumeClaimTemplates.map(({ metadata, spec: { resources, storageClassName } }) => [
      metadata.name,
      { size: resources.requests.storage, storageClass: storageClassName },
    ]),
  );
}

/** What a claim asks for. */
export function claimSize(claim: KubernetesObject): string {
  return claimSchema.parse(claim).spec.resources.requests.storage;
}

export function isSmaller(size: string, than: string): boolean {
  return (quantityValue(size) ?? 0) < (quantityValue(than) ?? 0);
}

/** What becomes of a StatefulSet's volumes. They are fixed when it is made: with larger ones it is made anew. */
export function claimsChange(
  current: KubernetesObject,
  wanted: KubernetesObject,
): "none" | "grow" | { refused: string[] } {
  const [before, after] = [claimTemplates(current), claimTemplates(wanted)];
  const refused = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was, now] = [before.get(name), after.get(name)];
    const isKept = was?.storageClass === now?.storageClass && !isSmaller(now?.size ?? "0", was?.size ?? "0");
    return was !== undefined && now !== undefined && isKept ? [] : [`${name} from ${said(was)} to ${said(now)}`];
  });
  if (refused.length > 0) return { refused };
  return [...after].some(([name, { size }]) => isSmaller(before.get(name)?.size ?? size, size)) ? "grow" : "none";
}

function said(template: ClaimTemplate | undefined): string {
  return template === undefined ? "nothing" : `${template.size} of ${template.storageClass ?? "the default class"}`;
}
