import type { Answers } from "../../answers.ts";
import { one } from "../../page/one.ts";
import { paths } from "../../paths.ts";

export type PolicySummaryView = Answers["policy"]["list"]["policies"][number];

export const STAGES = ["audit", "warn", "deny"] as const satisfies readonly PolicySummaryView["stage"][];

/** What the list of policies is narrowed to. */
export interface PolicyFilter {
  text: string;
  stage: PolicySummaryView["stage"] | undefined;
  /** Only those that services break now. */
  broken: boolean;
  /** Only those that are not in step somewhere. */
  differing: boolean;
}

const MAX_TEXT = 100;

/** Reads the filter from an address, which anybody may have written. */
export function readPolicyFilter(query: Record<string, string | string[] | undefined>): PolicyFilter {
  return {
    text: (one(query.text) ?? "").slice(0, MAX_TEXT),
    stage: STAGES.find((stage) => stage === one(query.stage)),
    broken: one(query.broken) === "1",
    differing: one(query.differing) === "1",
  };
}

export function policyFilterPath({ text, stage, broken, differing }: PolicyFilter): string {
  const query = new URLSearchParams();
  if (text !== "") query.set("text", text);
  if (stage !== undefined) query.set("stage", stage);
  if (broken) query.set("broken", "1");
  if (differing) query.set("differing", "1");
  return query.size === 0 ? paths.policies() : `${paths.policies()}?${query}`;
}

/** Words are looked for in the title, the name and the controls: “CIS 5.2” finds all of that section. */
export function filterPolicies(
  policies: readonly PolicySummaryView[],
  { text, stage, broken, differing }: PolicyFilter,
): PolicySummaryView[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return policies.filter((policy) => {
    const said = [policy.id, policy.title, ...policy.controls].join(" ").toLowerCase();
    return (
      words.every((word) => said.includes(word)) &&
      (stage === undefined || policy.stage === stage) &&
      (!broken || policy.services > 0) &&
      (!differing || policy.clusters.inStep < policy.clusters.total)
    );
  });
}
