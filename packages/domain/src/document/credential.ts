/** What credentials look like, by their value. Formats as their makers publish them. */
const CREDENTIALS: readonly { what: string; pattern: RegExp }[] = [
  { what: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: "an AWS access key", pattern: /\b(AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: "a GitHub token", pattern: /\b(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})\b/ },
  { what: "a GitLab token", pattern: /\bglpat-[A-Za-z0-9_-]{20,}/ },
  { what: "a Slack token", pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/ },
  { what: "a Google API key", pattern: /\bAIza[0-9A-Za-z_-]{35}\b/ },
  { what: "a Stripe key", pattern: /\b[rs]k_(live|test)_[A-Za-z0-9]{16,}/ },
  { what: "a signed token (JWT)", pattern: /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/ },
  { what: "a password in an address", pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s:@]+@/i },
];

const SUSPICIOUS_NAME = /(secret|passw(or)?d|token|bearer|api_?key|private_?key|credential)/i;
/** Names that only point at something. */
const POINTER = /(_FILE|_PATH|_URL|_ADDR|_NAME)$/i;

/** What kind of credential a value looks like, or `undefined`. */
export function credentialIn(value: string): string | undefined {
  return CREDENTIALS.find(({ pattern }) => pattern.test(value))?.what;
}

export function isSuspiciousName(name: string): boolean {
  return SUSPICIOUS_NAME.test(name) && !POINTER.test(name);
}
