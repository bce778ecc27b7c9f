import type { Answers } from "../../answers.ts";

/** What pasted manifests would become. */
export type AdoptionView = Answers["service"]["adopt"];
type FindingView = AdoptionView["findings"][number];
type OutcomeView = FindingView["outcome"];

/** One sentence, and all the fields for which it holds. */
export interface SaidOnce {
  words: string;
  fields: FindingView[];
}

/** What became of the fields with an outcome: each sentence once, what holds for most of them first. */
export function saidOnce(findings: readonly FindingView[], outcome: OutcomeView): SaidOnce[] {
  const ofOutcome = findings.filter((finding) => finding.outcome === outcome);
  const grouped = Map.groupBy(ofOutcome, ({ words }) => words);
  return [...grouped].map(([words, fields]) => ({ words, fields })).sort((a, b) => b.fields.length - a.fields.length);
}

export function countOf(findings: readonly FindingView[], outcome: OutcomeView): number {
  return findings.filter((finding) => finding.outcome === outcome).length;
}
