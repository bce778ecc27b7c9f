/** What kind of control an answer takes. */
export type Control =
  | { kind: "text"; mono?: boolean; placeholder?: string }
  | { kind: "number"; unit?: string }
  | { kind: "choice"; options: readonly Option[] }
  | { kind: "ports" }
  | { kind: "hosts" | "needs" | "variables" | "scratch" | "runbook" | "system" }
  /** Everything that has no control of its own: a small document. */
  | { kind: "json" };

export interface Option {
  /** As it is written into the declaration. */
  value: string | number | boolean;
  label: string;
  hint?: string;
}

/** One question of the form, ready to be shown. Plain values, so that the server can hand it to a browser. */
export interface Question {
  /** Where the answer stands in the declaration. */
  path: string;
  label: string;
  help?: string | undefined;
  control: Control;
  required: boolean;
  /** Under “More”. */
  more: boolean;
  /** CEL: asked only while this holds. */
  when?: string | undefined;
  /** What holds without an answer. */
  byDefault?: unknown;
  /** The template decides it: shown, not asked. */
  locked: boolean;
}

export interface Section {
  title: string;
  questions: readonly Question[];
}

/** What one version of a template asks. */
export interface Form {
  /** `name@version`. */
  template: string;
  title: string;
  description: string;
  sections: readonly Section[];
  /** What the template decides where nobody answers: a resolved spec. */
  defaults: Readonly<Record<string, unknown>>;
  /** Answers that the form gives by itself at first, by path. */
  prefilled: readonly { path: string; value: unknown }[];
}
