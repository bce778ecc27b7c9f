export { accountStoreContract } from "./account-store-contract.ts";
export { idempotencyStoreContract } from "./idempotency-store-contract.ts";
