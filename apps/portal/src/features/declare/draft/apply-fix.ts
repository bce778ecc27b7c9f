import { mergePatch } from "@fairlead/domain";
import type { Fix } from "../preview-view.ts";
import { type Group, isGroup } from "./path.ts";

/** The declaration with what mends a violation. */
export function applyFix(draft: Group, { patch }: Fix): Group {
  const spec = mergePatch(draft.spec, patch);
  return isGroup(spec) ? { ...draft, spec } : draft;
}
