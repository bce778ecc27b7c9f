export { type MemoryAccountStore, memoryAccountStore } from "./fakes/memory-account-store.ts";
