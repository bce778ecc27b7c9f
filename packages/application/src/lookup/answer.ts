import type { LookupHit, LookupOwner } from "./lookup-reader.ts";

export const MATCH_KINDS = [
  "service",
  "resource",
  "system",
  "team",
  "host",
  "pod",
  "object",
  "image",
  "namespace",
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface Match {
  kind: MatchKind;
  name: string;
  /** As a phrase: "pod of checkout in prod, on prod-eu". */
  explanation: string;
  cluster?: string;
  environment?: string;
  observedAt?: Date;
  goneAt?: Date;
}

/** Who answers for something, and why we think that it is meant. */
export interface Answer {
  owner: LookupOwner;
  match: Match;
  /** Missing where a team itself was meant. */
  entity?: LookupHit;
}
