import type { NextConfig } from "next";

/** Headers for every answer; the content policy needs a nonce of its own each time and comes from src/proxy.ts. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  // Browsers heed it over https only, so the sandbox on http is not affected.
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
];

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // `npm run typecheck` checks all workspaces at once.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
} satisfies NextConfig;
