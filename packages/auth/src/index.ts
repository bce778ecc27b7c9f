export type { AuthLog } from "./auth-log.ts";
export type { AuthDeps } from "./auth-options.ts";
export { type ActorDeps, findSessionActor, findTokenActor } from "./find-actor.ts";
export { handleAuth } from "./handle-auth.ts";
export type { OidcSettings } from "./oidc-provider.ts";
export { isSameOrigin } from "./same-origin.ts";
export { hashToken, newApiToken } from "./token.ts";
