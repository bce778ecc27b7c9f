/** One write, as its sender names it. The same key from another person is another write. */
export interface IdempotentRequest {
  personId: string;
  key: string;
  route: string;
  /** SHA-256 of the request, so that a key that is used for something else is noticed. */
  requestDigest: string;
}

export type IdempotencyClaim =
  /** Nobody did this yet: do it, then `finish` or `abandon`. */
  | { state: "new" }
  | { state: "finished"; status: number; response: unknown }
  /** Somebody is at it, or ended in the middle of it. */
  | { state: "running"; since: Date }
  /** The key was used for another request. */
  | { state: "differs" };

/** Remembers the answers to writes, so that a repeated request gets the first answer and changes nothing. */
export interface IdempotencyStore {
  claim(request: IdempotentRequest): Promise<IdempotencyClaim>;
  finish(request: IdempotentRequest, answer: { status: number; response: unknown }): Promise<void>;
  /** Forgets a claim whose request changed nothing, so that it may be tried again. */
  abandon(request: IdempotentRequest): Promise<void>;
}
