import { browserApi } from "../../browser/browser-api.ts";
import type { ExplanationView } from "../explain/explanation-view.ts";
import type { Group } from "./draft/path.ts";
import { previewDocument } from "./draft/preview-document.ts";

/** Who set each line of what a draft becomes in one environment. */
export function askExplanation(draft: Group, environment: string, signal: AbortSignal): Promise<ExplanationView> {
  const { document } = previewDocument(draft);
  return browserApi.service.explain.query({ document, environment }, { signal });
}
