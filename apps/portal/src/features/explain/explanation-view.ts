/** Who set a line, and why. */
export interface LineSourceView {
  by: keyof typeof WHO;
  path: string;
  reason: string;
  /** What else could be there, such as “the template says 3”. */
  instead?: string | undefined;
}

/** For each line of each object a place among the sources; -1 for lines that only open a group. */
export interface ExplanationView {
  sources: readonly LineSourceView[];
  objects: readonly { kind: string; name: string; lines: readonly number[] }[];
}

/** Who can set something, as people call them. */
export const WHO = {
  answer: "your answer",
  exception: "an exception",
  template: "the template",
  environment: "the environment",
  profile: "the cluster",
  catalog: "the catalog",
  place: "the place",
  baseline: "Fairlead’s baseline",
  past: "delivered so",
} as const;
