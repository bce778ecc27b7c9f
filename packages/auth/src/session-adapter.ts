import type { AccountStore } from "@fairlead/application";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { hashToken } from "./token.ts";

/** Who has just been accepted by the sign-in callback of this very request. */
export interface SignedIn {
  personId?: string;
}

/**
 * next-auth's view of our sessions. It hands over raw tokens; the store gets hashes. There is no `linkAccount` and no
 * `createUser`: the sign-in callback has made the person known before this adapter is asked, so OAuth tokens never
 * come near it.
 */
export function sessionAdapter(store: AccountStore, signedIn: SignedIn): Adapter {
  const user = (id: string): AdapterUser => ({ id, email: "", emailVerified: null });
  return {
    getUserByAccount: () => (signedIn.personId === undefined ? null : user(signedIn.personId)),

    async createSession(session) {
      const { sessionToken, userId, expires } = session;
      await store.createSession({ tokenHash: hashToken(sessionToken), personId: userId, expiresAt: expires });
      return session;
    },

    // Asked on the callback route only, for the session that the browser still holds. next-auth would link whoever
    // signs in now to that session's person, which hands one account to another; so that session ends here, and a new
    // token is made for everybody.
    async getSessionAndUser(sessionToken) {
      await store.deleteSession(hashToken(sessionToken));
      return null;
    },

    async deleteSession(sessionToken) {
      await store.deleteSession(hashToken(sessionToken));
    },
  };
}
