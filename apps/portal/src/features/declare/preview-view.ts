import type { CallViolation } from "../../browser/problem.ts";
import type { ManifestView } from "../service/manifest-view.ts";

/** What a declaration becomes in one environment, and what is wrong with it. */
export interface PreviewView {
  /** The template and the environment that it is a preview of. */
  of: string;
  manifests: readonly ManifestView[];
  violations: readonly CallViolation[];
  gaps: readonly { what: string; because: string; remedy: string }[];
  /** How many policies pass. */
  passed: number;
}

export type Fix = NonNullable<CallViolation["fix"]>;
