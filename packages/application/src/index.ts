export * from "./access/account-store.ts";
export * from "./access/actor-of.ts";
