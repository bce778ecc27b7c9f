import { type Actor, AppError, compareVersions, hasErrors } from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { checkTemplateText } from "./check-template-text.ts";
import { changedMeanwhile } from "./save-template-draft.ts";

export interface PublishTemplateInput {
  name: string;
  text: string;
  /** What is new in it, for those who decide whether to go along. */
  note: string;
  /** The version of the draft that the person saw, where there was one. */
  seen?: number;
}

/**
 * Publishes a new version of a template. It never changes afterwards, and no service gets it by itself: each is
 * upgraded, or a campaign does it.
 *
 * @throws AppError `invalid` with every violation and its place; `conflict` where a version as high was published
 * meanwhile; `stale` where somebody else went on with the draft
 */
export async function publishTemplate(
  deps: Deps,
  actor: Actor,
  { name, text, note, seen }: PublishTemplateInput,
): Promise<{ reference: string; version: string }> {
  requirePermission(actor, "template.publish");
  if (note.trim() === "")
    throw new AppError("invalid", "Say what is new in it: the owners of services decide by that.", {
      violations: [{ path: "note", reason: "is missing", remedy: "Say what is new in it.", severity: "error" }],
    });
  const { document, violations } = await checkTemplateText(deps, actor, { name, text });
  if (document === undefined || hasErrors(violations))
    throw new AppError("invalid", "Nothing was published: the template is not right yet.", { violations });
  const { version } = document.metadata;
  return mutate(deps, actor, { permission: "template.publish" }, async (tx) => {
    await tx.catalog.lock();
    const there = await tx.template.lockDraft(name);
    if (there !== seen) throw changedMeanwhile(name);
    const higher = (await tx.template.versions(name)).find((published) => compareVersions(published, version) >= 0);
    if (higher !== undefined)
      throw new AppError("conflict", `${name} ${higher} was published meanwhile. Give yours a higher version.`);
    await tx.catalog.addTemplate(document, actor, { source: text, note: note.trim() });
    await tx.template.removeDraft(name);
    const reference = `${name}@${version}`;
    const summary = `Published template ${name} ${version}: ${note.trim()}`;
    return {
      result: { reference, version },
      audit: [
        {
          action: "template.publish",
          subject: { kind: "Template", name: reference },
          details: { summary, note: note.trim() },
        },
      ],
    };
  });
}
