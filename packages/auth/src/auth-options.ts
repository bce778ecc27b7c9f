import type { AccountStore } from "@fairlead/application";
import type { AuthOptions } from "next-auth";
import type { AuthLog } from "./auth-log.ts";
import { readIdentity } from "./oidc-claims.ts";
import { type OidcSettings, oidcProvider } from "./oidc-provider.ts";
import { type SignedIn, sessionAdapter } from "./session-adapter.ts";
import { sessionCookie } from "./session-cookie.ts";
import { newSessionToken } from "./token.ts";

export interface AuthDeps {
  store: AccountStore;
  oidc: OidcSettings;
  /** Where people reach the portal; decides whether cookies are for https only. */
  portalUrl: string;
  /** Encrypts the short-lived cookies of the sign-in flow. */
  secret: string;
  log: AuthLog;
}

/** A working day: groups are read at sign-in, so this is how long a change of groups may take to count. */
const SESSION_SECONDS = 12 * 60 * 60;

const SIGN_IN_PAGE = "/sign-in";

/** next-auth's options for one request: they remember who is signing in, so they are never shared. */
export function authOptions({ store, oidc, portalUrl, secret, log }: AuthDeps): AuthOptions {
  const signedIn: SignedIn = {};
  return {
    secret,
    useSecureCookies: portalUrl.startsWith("https:"),
    cookies: { sessionToken: sessionCookie(portalUrl) },
    providers: [oidcProvider(oidc)],
    adapter: sessionAdapter(store, signedIn),
    session: { strategy: "database", maxAge: SESSION_SECONDS, generateSessionToken: newSessionToken },
    pages: { signIn: SIGN_IN_PAGE, signOut: SIGN_IN_PAGE, error: SIGN_IN_PAGE },
    logger: {
      // Metadata holds profiles and answers of the provider, so only names are logged.
      error: (code, metadata) => log.error(code, reasonOf(metadata)),
      warn: (code) => log.warn(code),
      debug: () => undefined,
    },
    callbacks: {
      // Not events.signIn: next-auth swallows what goes wrong there, and somebody would come in with old groups.
      async signIn({ profile }) {
        try {
          const { personId, active } = await store.savePerson(readIdentity(profile, oidc.groupsClaim));
          if (!active) return `${SIGN_IN_PAGE}?error=AccessDenied`;
          signedIn.personId = personId;
          return true;
        } catch (error) {
          log.error("SIGN_IN", reasonOf(error));
          return `${SIGN_IN_PAGE}?error=Callback`;
        }
      },
    },
  };
}

function reasonOf(metadata: unknown): string {
  const error = metadata instanceof Error ? metadata : propertyOf(metadata, "error");
  return error instanceof Error ? error.name : "unknown";
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
