/** An expected outcome as a value. The same shape as the domain's, which a leaf cannot import. */
export type CelResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CelError };

export const CEL_ERROR_KINDS = ["syntax", "type", "evaluation", "cost"] as const;

/** Whether the text is wrong (syntax, type), the data did not fit (evaluation), or it took too much (cost). */
export type CelErrorKind = (typeof CEL_ERROR_KINDS)[number];

export interface CelError {
  kind: CelErrorKind;
  /** One sentence, without the expression. */
  message: string;
  expression: string;
  /** Where in the expression, in characters from 0, where that is known. */
  offset?: number;
}
