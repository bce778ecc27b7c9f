export * from "./access/account-store.ts";
export * from "./access/actor-of.ts";
export * from "./idempotency/idempotency-store.ts";
export * from "./live/change-feed.ts";
