import { accountStoreContract } from "../contracts/account-store-contract.ts";
import { idempotencyStoreContract } from "../contracts/idempotency-store-contract.ts";
import { memoryAccountStore } from "./memory-account-store.ts";
import { memoryIdempotencyStore } from "./memory-idempotency-store.ts";

accountStoreContract(async () => {
  const store = memoryAccountStore();
  return {
    store,
    async giveRole(group, membership) {
      store.groupRoles[group] = membership;
    },
    async deactivate(personId) {
      const person = store.people.get(personId);
      if (person !== undefined) person.active = false;
    },
  };
});

idempotencyStoreContract(async () => ({ store: memoryIdempotencyStore(), people: ["dana", "pat"] }));
