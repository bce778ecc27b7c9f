import type { OAuthConfig } from "next-auth/providers/oauth";
import { TokenSet } from "openid-client";

/** How to reach the identity provider. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Space-separated; `openid` included. */
  scope: string;
  /** The claim that lists a person's groups. */
  groupsClaim: string;
}

/** The id under which next-auth knows the provider; part of the callback address. */
export const PROVIDER_ID = "oidc";

type Claims = Record<string, unknown> & { sub: string };

/** Any OIDC provider, by discovery, with PKCE, state and nonce. */
export function oidcProvider({ issuer, clientId, clientSecret, scope }: OidcSettings): OAuthConfig<Claims> {
  return {
    id: PROVIDER_ID,
    name: "Single sign-on",
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    userinfo: {
      // With idToken, next-auth reads the ID token only; many providers put name and groups into userinfo alone. The
      // client refuses a userinfo answer about another subject than the ID token's.
      async request({ client, tokens }) {
        const set = new TokenSet(tokens);
        const more = client.issuer.metadata.userinfo_endpoint === undefined ? {} : await client.userinfo(set);
        // The ID token is signed, so what it says wins.
        return { ...more, ...set.claims() };
      },
    },
    profile: (claims) => ({ id: claims.sub }),
  };
}
