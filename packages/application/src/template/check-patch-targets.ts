import type { TemplateDocument, Violation } from "@fairlead/domain";
import { nearestName } from "@fairlead/domain";
import { PATCHED_KINDS, takesPatches } from "@fairlead/manifests";

/** Whether a template's patches aim at something that is a template's to change. The rest would be put back silently. */
export function checkPatchTargets({ spec }: TemplateDocument): Violation[] {
  return (spec.patches ?? []).flatMap(({ target, merge }, index): Violation[] => {
    const { metadata, ...fields } = merge;
    const at = `spec.patches.${index}`;
    if (takesPatches(target.kind) || Object.keys(fields).length === 0) return [];
    const nearest = nearestName(target.kind, PATCHED_KINDS);
    const remedy =
      nearest === undefined
        ? `A template may patch ${PATCHED_KINDS.join(", ")}; of other kinds only labels and annotations.`
        : `Did you mean ${nearest}?`;
    const reason = `${target.kind} is made by the platform alone: what a patch changes there is put back`;
    return [{ path: `${at}.target.kind`, reason, remedy, severity: "error" }];
  });
}
