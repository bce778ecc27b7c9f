import type { Actor } from "@fairlead/domain";
import type { Account } from "./account-store.ts";

/** What an account may act as now. Pure, so that a change of groups or teams counts from the next request on. */
export function actorOf(account: Account, platformGroups: readonly string[], via: Actor["via"]): Actor {
  const { personId, name, email, memberships, groups } = account;
  return {
    personId,
    name,
    ...(email === undefined ? {} : { email }),
    memberships,
    platformEngineer: groups.some((group) => platformGroups.includes(group)),
    via,
  };
}
