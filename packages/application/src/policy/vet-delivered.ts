import type { PolicyStage } from "@fairlead/policy";
import type { Judge } from "../release/judge.ts";
import { readRendering } from "../release/read-rendering.ts";
import type { BlobFinding, VettingStore } from "./vetting-store.ts";

/** Few enough that others of the process get their turn: a rendering takes some milliseconds. */
const AT_ONCE = 10;

/**
 * Judges what was last delivered by all policies as if each denied, some at a time. Gives whether more is waiting. Every
 * rendering is judged once for each set of policies, so 400 services cost about as much as one look at each.
 */
export async function vetDelivered({ judge, vettings }: { judge: Judge; vettings: VettingStore }): Promise<boolean> {
  const strict = judge.under(new Map(judge.policies.map(({ id }): [string, PolicyStage] => [id, "deny"])));
  const due = await vettings.due(judge.digest, AT_ONCE);
  for (const { digest, content } of due) {
    await vettings.save(judge.digest, { digest, findings: findingsIn(content, strict) });
  }
  return due.length === AT_ONCE;
}

function findingsIn(content: unknown, judge: Judge): BlobFinding[] {
  const { guarded = [], objects = [] } = readRendering(content) ?? {};
  const [namespace] = guarded;
  if (namespace === undefined) return [];
  const { violations } = judge.vet([...guarded, ...objects], namespace);
  return violations.flatMap(({ policy, object = "", reason }) =>
    policy === undefined ? [] : [{ policy, object, message: reason }],
  );
}
