/** Somebody whom the sandbox's identity provider knows. */
export interface SandboxPerson {
  /** How the command names them: `--as developer`. */
  persona: "developer" | "platform" | "oncall";
  /** The subject that the identity provider gives. */
  subject: string;
  name: string;
  email: string;
  /** Identity-provider groups; Team documents say what they give. */
  groups: readonly string[];
  /** Who they are, for the page on which one is chosen. */
  description: string;
}

export const PLATFORM_GROUP = "platform-engineers";

export const SANDBOX_PEOPLE: readonly SandboxPerson[] = [
  {
    persona: "developer",
    subject: "dana",
    name: "Dana Reyes",
    email: "dana.reyes@example.com",
    groups: ["shipping-team", "shipping-team-maintainers", "storefront-team"],
    description: "Developer. Maintains what shipping-team owns, works on the storefront.",
  },
  {
    persona: "platform",
    subject: "pat",
    name: "Pat Lindqvist",
    email: "pat.lindqvist@example.com",
    groups: [PLATFORM_GROUP],
    description: "Platform engineer. Curates templates, clusters and policies.",
  },
  {
    persona: "oncall",
    subject: "omar",
    name: "Omar Haddad",
    email: "omar.haddad@example.com",
    groups: ["checkout-team", "storefront-team"],
    description: "On call tonight. Needs to know whom to reach.",
  },
];
