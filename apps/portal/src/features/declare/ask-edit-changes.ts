import { TRPCClientError } from "@trpc/client";
import { browserApi } from "../../browser/browser-api.ts";
import type { CallViolation } from "../../browser/problem.ts";
import { compareManifests, type ManifestComparison } from "../deploy/compare-manifests.ts";
import type { Group } from "./draft/path.ts";
import type { ObjectChangeView } from "./leaf-changes.tsx";

export interface EditChanges {
  /** What it means, the most important first. */
  words: readonly string[];
  /** Field by field. */
  leaves: readonly ObjectChangeView[];
  /** Object by object, as YAML. */
  comparison: ManifestComparison;
  /** What fails then and did not before. */
  broken: readonly CallViolation[];
  /** What failed before and does not then. */
  mended: readonly CallViolation[];
}

/** What an edit would change in one environment; nothing while the declaration cannot be rendered. */
export async function askEditChanges(
  saved: Group,
  document: Group,
  environment: string,
  signal: AbortSignal,
): Promise<EditChanges | undefined> {
  const { service } = browserApi;
  try {
    // One request: calls that are made together go together.
    const [{ words, objects: leaves }, before, after] = await Promise.all([
      service.diff.query({ document: { ...document }, environment }, { signal }),
      service.preview.query({ document: { ...saved }, environment }, { signal }),
      service.preview.query({ document: { ...document }, environment }, { signal }),
    ]);
    return {
      words,
      leaves,
      comparison: compareManifests(before.manifests, after.manifests),
      broken: onlyIn(after.violations, before.violations),
      mended: onlyIn(before.violations, after.violations),
    };
  } catch (error) {
    // The form says what is wrong with it; here there is just nothing to compare.
    if (error instanceof TRPCClientError && error.data?.code === "invalid") return undefined;
    throw error;
  }
}

/** By policy where one speaks: its sentence may change with a number in it. */
function onlyIn(these: readonly CallViolation[], those: readonly CallViolation[]): CallViolation[] {
  const key = ({ policy, path, reason, object }: CallViolation) => `${policy ?? reason} ${object ?? path}`;
  const known = new Set(those.map(key));
  return these.filter((violation) => !known.has(key(violation)));
}
