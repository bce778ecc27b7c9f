import { browserApi } from "../../browser/browser-api.ts";
import type { CallViolation } from "../../browser/problem.ts";
import { type Group, readAt } from "./draft/path.ts";
import { previewDocument } from "./draft/preview-document.ts";
import type { PreviewView } from "./preview-view.ts";

/** The same words as the rule that would say it, had the preview no name to show. */
const NAME_MISSING: CallViolation = {
  path: "metadata.name",
  reason: "is missing",
  remedy: "Give the service a name of 2 to 40 characters.",
  severity: "error",
};

/** What a draft becomes in one environment, and what is wrong with it. */
export async function askPreview(draft: Group, environment: string, signal: AbortSignal): Promise<PreviewView> {
  const { document, unnamed } = previewDocument(draft);
  const preview = await browserApi.service.preview.query({ document, environment }, { signal });
  const of = `${readAt(draft, "spec.template")} in ${environment}`;
  return { ...preview, of, violations: unnamed ? [NAME_MISSING, ...preview.violations] : preview.violations };
}
