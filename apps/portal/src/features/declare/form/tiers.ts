import type { Option } from "./question.ts";

/** How much hangs on something. */
export const TIERS: readonly Option[] = [
  { value: 1, label: "Tier 1", hint: "The business stops" },
  { value: 2, label: "Tier 2", hint: "Many people notice" },
  { value: 3, label: "Tier 3", hint: "Some people notice" },
  { value: 4, label: "Tier 4", hint: "Nobody notices" },
];
