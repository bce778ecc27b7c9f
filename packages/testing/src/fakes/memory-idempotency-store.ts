import type { IdempotencyStore, IdempotentRequest } from "@fairlead/application";

interface Kept {
  request: IdempotentRequest;
  since: Date;
  answer?: { status: number; response: unknown };
}

/** Remembers answers until the test ends. */
export function memoryIdempotencyStore(): IdempotencyStore & { kept: Map<string, Kept> } {
  const kept = new Map<string, Kept>();
  const id = ({ personId, key }: IdempotentRequest) => `${personId} ${key}`;
  return {
    kept,
    async claim(request) {
      const found = kept.get(id(request));
      if (found === undefined) {
        kept.set(id(request), { request, since: new Date(0) });
        return { state: "new" };
      }
      const same = found.request.route === request.route && found.request.requestDigest === request.requestDigest;
      if (!same) return { state: "differs" };
      return found.answer === undefined
        ? { state: "running", since: found.since }
        : { state: "finished", ...found.answer };
    },
    async finish(request, answer) {
      kept.set(id(request), { request, since: new Date(0), answer });
    },
    async abandon(request) {
      if (kept.get(id(request))?.answer === undefined) kept.delete(id(request));
    },
  };
}
