import { createHash } from "node:crypto";
import type { IdempotencyStore, IdempotentRequest } from "@fairlead/application";
import { AppError } from "@fairlead/domain";

export interface Answer {
  status: number;
  response: unknown;
}

export const MIN_KEY_LENGTH = 8;
export const MAX_KEY_LENGTH = 200;
const VISIBLE = /^[\x21-\x7e]*$/;

/** The request under its Idempotency-Key; `undefined` where it has none. */
export function idempotentRequest(
  request: Request,
  personId: string,
  route: string,
  body: unknown,
): IdempotentRequest | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null) return undefined;
  if (key.length < MIN_KEY_LENGTH || key.length > MAX_KEY_LENGTH || !VISIBLE.test(key)) {
    throw new AppError(
      "invalid",
      `The Idempotency-Key is not one: send ${MIN_KEY_LENGTH} to ${MAX_KEY_LENGTH} visible characters, such as a UUID.`,
    );
  }
  const digest = createHash("sha256").update(`${new URL(request.url).pathname}\n${JSON.stringify(body)}`);
  return { personId, key, route, requestDigest: digest.digest("hex") };
}

/** Does it once for a key; later requests with that key get the first answer. What failed changed nothing and may be tried again. */
export async function idempotently(
  store: IdempotencyStore,
  request: IdempotentRequest | undefined,
  act: () => Promise<Answer>,
): Promise<Answer> {
  if (request === undefined) return act();
  const claim = await store.claim(request);
  switch (claim.state) {
    case "finished":
      return { status: claim.status, response: claim.response };
    case "differs":
      throw new AppError("conflict", "This Idempotency-Key was used for another request. Take a new one.");
    case "running":
      throw new AppError(
        "conflict",
        `A request with this Idempotency-Key began at ${claim.since.toISOString()} and has not ended. Wait; if it stays so, look at what was done and use a new key.`,
      );
    case "new":
      return once(store, request, act);
  }
}

async function once(store: IdempotencyStore, request: IdempotentRequest, act: () => Promise<Answer>): Promise<Answer> {
  const answer = await act().catch(async (error: unknown) => {
    await store.abandon(request);
    throw error;
  });
  await store.finish(request, answer);
  return answer;
}
