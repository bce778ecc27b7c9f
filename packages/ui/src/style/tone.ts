/** What a colour says; never the only one to say it. */
const TONES = ["good", "moving", "bad", "warn", "quiet"] as const;
export type Tone = (typeof TONES)[number];

export const TONE_TEXT = {
  good: "text-good",
  moving: "text-moving",
  bad: "text-bad",
  warn: "text-warn",
  quiet: "text-quiet",
} as const satisfies Record<Tone, string>;

export const TONE_GROUND = {
  good: "bg-good-soft",
  moving: "bg-moving-soft",
  bad: "bg-bad-soft",
  warn: "bg-warn-soft",
  quiet: "bg-quiet-soft",
} as const satisfies Record<Tone, string>;
