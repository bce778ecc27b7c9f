export { type MemoryAccountStore, memoryAccountStore } from "./fakes/memory-account-store.ts";
export { memoryIdempotencyStore } from "./fakes/memory-idempotency-store.ts";
export { freshDatabase } from "./integration/fresh-database.ts";
export { startTcpProxy, type TcpProxy } from "./integration/tcp-proxy.ts";
