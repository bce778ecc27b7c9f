import * as z from "zod";
import { readEnv } from "./read-env.ts";
import { Secret } from "./secret.ts";

const words = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ""));

const schema = z
  .object({
    DATABASE_URL: z.string("Give the address of a Postgres 16 or later, postgresql://…"),
    FAIRLEAD_URL: z.url("Give the address under which people reach the portal, such as https://fairlead.example.com."),
    FAIRLEAD_SECRET: z.string("Give 32 random characters or more.").min(32, "Give 32 random characters or more."),
    FAIRLEAD_PLATFORM_GROUPS: words.prefault(""),
    FAIRLEAD_MODE: z.enum(["sandbox", "production"]).default("production"),
    FAIRLEAD_LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
    OIDC_ISSUER: z.url("Give the identity provider's issuer, as its discovery document names it."),
    OIDC_CLIENT_ID: z.string("Give the id under which the identity provider knows Fairlead."),
    OIDC_CLIENT_SECRET: z.string("Give the secret that belongs to OIDC_CLIENT_ID."),
    OIDC_SCOPE: z.string().default("openid profile email"),
    OIDC_GROUPS_CLAIM: z.string().default("groups"),
  })
  .refine((env) => env.FAIRLEAD_MODE === "sandbox" || isSafeAddress(env.FAIRLEAD_URL), {
    path: ["FAIRLEAD_URL"],
    message:
      "Give an https address: over http, anybody on the way could take a session. Only localhost may do without.",
    when: ({ issues }) => issues.length === 0,
  })
  .transform((env) => ({
    databaseUrl: new Secret(env.DATABASE_URL),
    /** Without a slash at its end. */
    url: env.FAIRLEAD_URL.replace(/\/+$/, ""),
    secret: new Secret(env.FAIRLEAD_SECRET),
    platformGroups: env.FAIRLEAD_PLATFORM_GROUPS,
    mode: env.FAIRLEAD_MODE,
    logLevel: env.FAIRLEAD_LOG_LEVEL,
    oidc: {
      issuer: env.OIDC_ISSUER,
      clientId: env.OIDC_CLIENT_ID,
      clientSecret: new Secret(env.OIDC_CLIENT_SECRET),
      scope: env.OIDC_SCOPE,
      groupsClaim: env.OIDC_GROUPS_CLAIM,
    },
  }));

function isSafeAddress(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

export type PortalEnv = z.output<typeof schema>;

/** What the portal's server is told by its environment. */
export function readPortalEnv(source?: Record<string, string | undefined>): PortalEnv {
  return readEnv(schema, source);
}
