import type { Answers } from "../../answers.ts";
import { browserApi } from "../../browser/browser-api.ts";
import { compareManifests, type ManifestComparison } from "./compare-manifests.ts";

export interface DeployPreview extends Pick<Answers["service"]["preview"], "violations" | "gaps"> {
  /** Missing where the declaration is too wrong to make objects of: nothing can be compared. */
  comparison: ManifestComparison | undefined;
  /** Nothing was delivered there before. */
  first: boolean;
}

export interface DeployQuestion {
  service: string;
  /** The declaration as it is now. */
  document: Record<string, unknown>;
  environment: string;
  image: string;
}

/** What a deploy would change in an environment against what was last delivered there. Writes nothing. */
export async function askDeployPreview(
  { service, document, environment, image }: DeployQuestion,
  signal: AbortSignal,
): Promise<DeployPreview> {
  const spec = typeof document.spec === "object" ? document.spec : {};
  const preview = await browserApi.service.preview.query(
    { document: { ...document, spec: { ...spec, image } }, environment },
    { signal },
  );
  const { manifests, violations, gaps, cluster } = preview;
  const delivered = await browserApi.service.manifests.query(
    { service, environment, ...(cluster === undefined ? {} : { cluster }) },
    { signal },
  );
  return {
    violations,
    gaps,
    first: delivered === null,
    comparison: manifests.length === 0 ? undefined : compareManifests(delivered?.manifests ?? [], manifests),
  };
}
