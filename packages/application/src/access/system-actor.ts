import type { Actor } from "@fairlead/domain";

/** What the machine does by itself: preparing a cluster, loading the first world. Audited under this name. */
export const SYSTEM_ACTOR: Actor = {
  personId: "",
  name: "Fairlead",
  memberships: [],
  platformEngineer: true,
  via: "system",
};
