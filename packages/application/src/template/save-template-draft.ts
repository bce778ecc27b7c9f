import { type Actor, AppError } from "@fairlead/domain";
import { mutate } from "../access/mutate.ts";
import type { Deps } from "../deps.ts";
import { newestOf } from "./check-template-text.ts";

const MAX_BYTES = 256 * 1024;

/**
 * Keeps what somebody has written of a template's next version, right or not.
 *
 * @param input.seen the version of the draft that the person started from; left out to begin one
 * @throws AppError `stale` where somebody else saved meanwhile, `not-found`, `too-large`
 */
export async function saveTemplateDraft(
  deps: Pick<Deps, "transact" | "read">,
  actor: Actor,
  { name, text, seen }: { name: string; text: string; seen?: number },
): Promise<{ version: number }> {
  if (text.trim() === "") throw new AppError("invalid", "There is nothing to save. To begin anew, discard the draft.");
  if (new TextEncoder().encode(text).length > MAX_BYTES)
    throw new AppError("too-large", "The template is larger than 256 KiB. Make it smaller.");
  return mutate(deps, actor, { permission: "template.edit" }, async (tx) => {
    if ((await newestOf(deps, name)) === undefined) throw noTemplate(name);
    const there = await tx.template.lockDraft(name);
    if (there !== seen) throw changedMeanwhile(name);
    const version = (there ?? 0) + 1;
    await tx.template.saveDraft(name, text, version, actor);
    const summary = `Saved a draft of template ${name}`;
    return {
      result: { version },
      audit: [{ action: "template.edit", subject: { kind: "Template", name }, details: { summary, version } }],
    };
  });
}

/** Throws a draft away; the next one starts from the newest version. */
export function discardTemplateDraft(
  deps: Pick<Deps, "transact">,
  actor: Actor,
  { name, seen }: { name: string; seen: number },
): Promise<{ discarded: boolean }> {
  return mutate<{ discarded: boolean }>(deps, actor, { permission: "template.edit" }, async (tx) => {
    const there = await tx.template.lockDraft(name);
    if (there === undefined) return { result: { discarded: false }, audit: [] };
    if (there !== seen) throw changedMeanwhile(name);
    await tx.template.removeDraft(name);
    const summary = `Discarded the draft of template ${name}`;
    return {
      result: { discarded: true },
      audit: [{ action: "template.edit", subject: { kind: "Template", name }, details: { summary } }],
    };
  });
}

export function changedMeanwhile(name: string): AppError {
  return new AppError(
    "stale",
    `Somebody else saved or published ${name} meanwhile. Nothing was saved; copy what you wrote, reload, and go on from theirs.`,
    { subject: `template ${name}` },
  );
}

export function noTemplate(name: string): AppError {
  return new AppError("not-found", `There is no template ${name.slice(0, 80)}.`, {
    subject: `template ${name.slice(0, 80)}`,
  });
}
