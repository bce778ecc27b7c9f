/** How much a text may ask of its reader. Every limit ends in a problem in words, never in an exception. */
export interface YamlLimits {
  /** Of the text in UTF-8. */
  maxBytes: number;
  /** Lists and maps inside one another. */
  maxDepth: number;
  /** Keys and values of the whole text, counted again wherever an alias repeats them. */
  maxNodes: number;
  maxDocuments: number;
  /** Uses of `*alias` in one document. */
  maxAliases: number;
  /** Whether a string may hold control characters that are written as escapes, as in `"\\u001b[0m"`. */
  escapedControls: boolean;
}

export const DEFAULT_YAML_LIMITS: YamlLimits = {
  maxBytes: 1024 * 1024,
  maxDepth: 64,
  maxNodes: 50_000,
  maxDocuments: 1_000,
  maxAliases: 100,
  escapedControls: false,
};
