import type { Account, AccountStore } from "@fairlead/application";
import { beforeEach, describe, expect, test } from "vitest";

export interface AccountStoreSubject {
  store: AccountStore;
  /** What a Team document says of a group. */
  giveRole(group: string, membership: Account["memberships"][number]): Promise<void>;
  deactivate(personId: string): Promise<void>;
}

const NOW = new Date();
const LATER = new Date(NOW.getTime() + 3_600_000);
const DANA = { issuer: "https://identity.test", subject: "dana", name: "Dana", groups: ["shipping-team"] };

/** What every account store does. `make` gives a new one for each test. */
export function accountStoreContract(make: () => Promise<AccountStoreSubject>): void {
  describe("an account store", () => {
    let subject: AccountStoreSubject;
    let personId: string;
    beforeEach(async () => {
      subject = await make();
      ({ personId } = await subject.store.savePerson(DANA));
    });

    test("knows a person by issuer and subject, and keeps what was said last", async () => {
      const again = await subject.store.savePerson({ ...DANA, name: "Dana R.", email: "dana@test", groups: [] });
      const other = await subject.store.savePerson({ ...DANA, issuer: "https://elsewhere.test" });
      expect([again.personId === personId, again.active, other.personId === personId]).toEqual([true, true, false]);
      await subject.store.createSession({ tokenHash: "s", personId, expiresAt: LATER });
      const account = await subject.store.findAccountBySession("s", NOW);
      expect(account).toMatchObject({ personId, name: "Dana R.", email: "dana@test", groups: [] });
    });

    test("finds a session until it is over or ended", async () => {
      const { store } = subject;
      await store.createSession({ tokenHash: "s", personId, expiresAt: LATER });
      expect(await store.findAccountBySession("s", NOW)).toMatchObject({ personId });
      expect(await store.findAccountBySession("s", LATER)).toBeUndefined();
      expect(await store.findAccountBySession("another", NOW)).toBeUndefined();
      await store.deleteSession("s");
      await store.deleteSession("s");
      expect(await store.findAccountBySession("s", NOW)).toBeUndefined();
    });

    test("finds a token until it is over, and never as a session", async () => {
      const { store } = subject;
      await store.createApiToken({ hash: "t", prefix: "fairlead_abc", name: "ci", personId, expiresAt: LATER });
      expect(await store.findAccountByApiToken("t", NOW)).toMatchObject({ personId });
      expect(await store.findAccountByApiToken("t", LATER)).toBeUndefined();
      expect(await store.findAccountBySession("t", NOW)).toBeUndefined();
    });

    test("gives the roles that groups have in teams at this moment", async () => {
      const { store } = subject;
      await store.createSession({ tokenHash: "s", personId, expiresAt: LATER });
      expect((await store.findAccountBySession("s", NOW))?.memberships).toEqual([]);
      await subject.giveRole("shipping-team", { team: "shipping-team", role: "developer" });
      await subject.giveRole("another-group", { team: "checkout-team", role: "maintainer" });
      const account = await store.findAccountBySession("s", NOW);
      expect(account?.memberships).toEqual([{ team: "shipping-team", role: "developer" }]);
    });

    test("finds nobody who is not active, by session or token", async () => {
      const { store } = subject;
      await store.createSession({ tokenHash: "s", personId, expiresAt: LATER });
      await store.createApiToken({ hash: "t", prefix: "fairlead_abc", name: "ci", personId, expiresAt: LATER });
      await subject.deactivate(personId);
      expect(await store.findAccountBySession("s", NOW)).toBeUndefined();
      expect(await store.findAccountByApiToken("t", NOW)).toBeUndefined();
      expect(await store.savePerson(DANA)).toEqual({ personId, active: false });
    });
  });
}
