import type { Role } from "@fairlead/domain";

/** What kind of control an answer takes. */
export type Control =
  | { kind: "text"; mono?: boolean; placeholder?: string; lines?: number }
  | { kind: "number"; unit?: string; decimals?: number }
  | { kind: "choice"; options: readonly Option[] }
  /** Any number of the options. */
  | { kind: "several"; options: readonly Option[] }
  /** Short texts in one line, such as `api-key, webhook-key`. */
  | { kind: "words"; placeholder?: string }
  /** Texts, each in a line of its own: hosts, the parts of a command. */
  | { kind: "list"; item: string; placeholder?: string }
  /** An answer of several parts. */
  | { kind: "group"; parts: readonly Part[] }
  /** Any number of such groups. */
  | { kind: "rows"; item: string; parts: readonly Part[]; blank: Readonly<Record<string, unknown>> }
  /** How health is asked: one of four ways. */
  | { kind: "check"; check: "ready" | "live" | "startup" }
  /** When something runs, by the clock. */
  | { kind: "cron" }
  /** One of the service's ports, by name. */
  | { kind: "port" }
  | { kind: "ports" | "needs" | "variables" | "runbook" | "system" | "contacts" }
  /** What no schema describes: a small document. */
  | { kind: "json" };

/** One part of an answer. */
export interface Part {
  /** Where it stands inside the answer, such as `latency.under`. */
  path: string;
  label: string;
  hint?: string | undefined;
  /** May be left empty even where a new line begins with a value. */
  optional?: true;
  control: Control;
}

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
  /** The roles that may answer it; everybody where it is left out. */
  editableBy?: readonly Role[] | undefined;
  /** What holds in some environments, such as “at least 3 in prod”. */
  bounds?: string | undefined;
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
  /** It makes nothing that runs: what is declared by it is a resource. */
  offPlatform: boolean;
  /** Questions that come first: whether it belongs on Kubernetes at all. A yes speaks against it. */
  fit: readonly FitQuestion[];
  /** Answers that the form gives by itself at first, by path. */
  prefilled: readonly { path: string; value: unknown }[];
}

export interface FitQuestion {
  ask: string;
  /** What a yes means: it may go on with a reason, or not at all. */
  yes: "discourage" | "forbid";
  because: string;
}
