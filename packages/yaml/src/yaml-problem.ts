/** One thing that is wrong with a YAML text, at the place where a person will look for it. */
export interface YamlProblem {
  /** The name handed to `readYaml`, where there was one. */
  file?: string;
  /** From 1. */
  line: number;
  /** From 1, in characters. */
  column: number;
  /** Why it is wrong, as a sentence. */
  reason: string;
  /** What to do about it, as a sentence. */
  remedy: string;
}

/** A problem before its place is turned into line and column. */
export interface RawProblem {
  /** In UTF-16 code units from the start of the text. */
  offset: number;
  reason: string;
  remedy: string;
}
