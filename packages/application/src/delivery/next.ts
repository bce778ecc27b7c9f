/** What a run of a level-triggered loop ends with: nothing left to do, or the time after which to look again. */
export type Next = { done: true } | { done: false; afterMs: number };

export const DONE: Next = { done: true };

export function again(afterMs: number): Next {
  return { done: false, afterMs };
}
