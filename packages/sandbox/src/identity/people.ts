/** Somebody one can be in the sandbox. */
export interface Person {
  /** The identity provider's subject. */
  id: string;
  name: string;
  email: string;
  /** What they do, as the sign-in page says it. */
  role: string;
  groups: readonly string[];
}

/** One for each kind of person that Fairlead is for; keys are what `fairlead --as` takes. */
export const PEOPLE = {
  developer: {
    id: "dana",
    name: "Dana Reyes",
    email: "dana@fairlead.example",
    role: "Developer: looks after shipping, works on the storefront",
    groups: ["shipping-team", "shipping-team-maintainers", "storefront-team"],
  },
  platform: {
    id: "pat",
    name: "Pat Lindqvist",
    email: "pat@fairlead.example",
    role: "Platform engineer: looks after Fairlead, templates and clusters",
    groups: ["platform-engineers"],
  },
  oncall: {
    id: "omar",
    name: "Omar Haddad",
    email: "omar@fairlead.example",
    role: "On call for checkout and the storefront",
    groups: ["checkout-team", "storefront-team"],
  },
} as const satisfies Record<string, Person>;

/** The group whose members are platform engineers, for FAIRLEAD_PLATFORM_GROUPS. */
export const PLATFORM_GROUP = "platform-engineers";

export function findPerson(id: string): Person | undefined {
  return Object.values(PEOPLE).find((person) => person.id === id);
}
