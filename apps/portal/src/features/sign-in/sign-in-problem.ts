/** What next-auth puts into the address when signing in did not work, in words. */
const PROBLEMS: Record<string, string> = {
  AccessDenied: "Your account has been deactivated. The platform team can say why.",
  OAuthCallback: "The identity provider's answer could not be used. Try again; it may have taken too long.",
  Callback: "You were recognised, but your session could not be made. Try again in a moment.",
};

/** @param code the `error` parameter of the address, which anybody may have written */
export function signInProblem(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  return Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code] : "Signing in did not work. Try again in a moment.";
}
