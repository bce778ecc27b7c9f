import { type Group, readAt, writeAt } from "./path.ts";

/** Stands in until somebody has named the service, so that everything else can be seen from the first moment. */
const NAME_TO_COME = "your-service";

/** The declaration as it is previewed: what has no name yet gets one for the picture; `unnamed` says so. */
export function previewDocument(draft: Group): { document: Record<string, unknown>; unnamed: boolean } {
  const unnamed = readAt(draft, "metadata.name") === undefined;
  return { document: { ...(unnamed ? writeAt(draft, "metadata.name", NAME_TO_COME) : draft) }, unnamed };
}
