import { expect, test } from "vitest";
import { credentialIn, isSuspiciousName } from "./credential.ts";

// Put together here, so that no scanner of this repository takes them for real ones.
const made = (...parts: string[]) => parts.join("");

test.each([
  ["a private key", made("-----BEGIN RSA ", "PRIVATE KEY-----\nMIIE")],
  ["an AWS access key", made("AKIA", "IOSFODNN7EXAMPLE")],
  ["a GitHub token", made("ghp_", "a".repeat(36))],
  ["a GitLab token", made("glpat-", "a".repeat(20))],
  ["a Slack token", made("xoxb-", "1234567890-abc")],
  ["a Google API key", made("AIza", "b".repeat(35))],
  ["a Stripe key", made("sk_live_", "c".repeat(24))],
  ["a signed token (JWT)", made("eyJhbGciOiJI.", "eyJzdWIiOiIx.", "c2lnbmF0dXJl")],
  ["a password in an address", "postgres://shop:hunter2@db.example.com:5432/shop"],
  ["a password in an address", "redis://:hunter2@cache:6379"],
])("%s is recognised by its value", (what, value) => {
  expect(credentialIn(`before ${value} after`)).toBe(what);
});

test.each([
  "https://example.com/a@b",
  "postgres://db.example.com:5432/shop",
  "user@example.com",
  "info",
  "sha256:0123456789abcdef",
  "redis-cart:6379",
  "2026-11-24T14:00:00Z",
])("%s is no credential", (value) => expect(credentialIn(value)).toBeUndefined());

test("takes a hostile value in little time", () => {
  const started = performance.now();
  credentialIn("a".repeat(4096));
  credentialIn("a://".repeat(1024));
  credentialIn(`eyJ${"a".repeat(4000)}`);
  expect(performance.now() - started).toBeLessThan(200);
});

test("a name that sounds like a secret is suspicious, one that points at something is not", () => {
  expect(["DB_PASSWORD", "API_KEY", "githubToken", "CLIENT_SECRET"].every(isSuspiciousName)).toBe(true);
  expect(["SECRET_FILE", "TOKEN_URL", "PORT", "KEYBOARD"].some(isSuspiciousName)).toBe(false);
});
