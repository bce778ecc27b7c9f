import * as z from "zod";

const csrfSchema = z.object({ csrfToken: z.string() });
const nextStepSchema = z.object({ url: z.string() });

/**
 * Starts signing in and gives the identity provider's address, to which the browser then goes. A plain form would be
 * stopped there by `form-action 'self'`.
 *
 * @param callbackUrl a path of the portal to come back to
 */
export function startSignIn(callbackUrl: string): Promise<string> {
  return post("/api/auth/signin/oidc", callbackUrl);
}

/** Ends the session, here and in the database, and gives the address to go to. */
export function signOut(): Promise<string> {
  return post("/api/auth/signout", "/sign-in");
}

async function post(path: string, callbackUrl: string): Promise<string> {
  const { csrfToken } = csrfSchema.parse(await (await fetch("/api/auth/csrf")).json());
  const response = await fetch(path, {
    method: "POST",
    body: new URLSearchParams({ csrfToken, callbackUrl, json: "true" }),
  });
  return nextStepSchema.parse(await response.json()).url;
}
