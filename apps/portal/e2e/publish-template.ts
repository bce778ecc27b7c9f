import type { Browser } from "@playwright/test";
import { signIn } from "./test.ts";

/** A template with something of everything that a form can hold. A newer version asks one question more. */
export function shopService(version: "1.0.0" | "1.1.0") {
  const newer = version === "1.1.0";
  const channel = { path: "parameters.channel", label: "Channel", required: true, help: "Where its alerts go." };
  return {
    apiVersion: "fairlead.dev/v1alpha1",
    kind: "Template",
    metadata: {
      name: "shop-service",
      version,
      title: "Shop service",
      description: "A service of the shop.",
      owner: "platform-team",
    },
    spec: {
      workload: "Deployment",
      form: [
        { section: "What it is", fields: [{ path: "spec.image", label: "Image", required: true }] },
        {
          section: "How it runs",
          fields: [
            { path: "spec.size", label: "Size" },
            { path: "spec.scale.min", label: "At least", bounds: { prod: { min: 3 } } },
            { path: "spec.telemetry.logs.format", label: "Log lines are" },
            { path: "parameters.cache", label: "Cache" },
            {
              path: "parameters.cacheSize",
              label: "Cache size",
              when: "has(parameters.cache) && parameters.cache == 'own'",
            },
            {
              path: "parameters.shards",
              label: "Shards",
              when: "has(parameters.cacheSize) && parameters.cacheSize > 4",
            },
            ...(newer ? [channel] : []),
          ],
        },
      ],
      defaults: {
        spec: {
          ports: [{ name: "http", port: 8080, protocol: "http" }],
          health: { ready: { http: { port: "http", path: "/readyz" } }, live: { tcp: { port: "http" } } },
          scale: { min: newer ? 4 : 3, max: 6 },
          telemetry: { logs: { format: "json" } },
          expose: { to: "platform" },
        },
      },
      locked: ["spec.telemetry.logs"],
      editableBy: { "spec.size": ["platform-engineer"] },
      parameters: {
        type: "object",
        properties: {
          cache: { enum: ["none", "own", "shared"] },
          cacheSize: { type: "integer" },
          shards: { type: "integer" },
          channel: { type: "string" },
        },
      },
      fit: [{ ask: "Does it hold card numbers?", yes: "forbid", because: "They have a place of their own." }],
      sizes: {
        small: { cpu: "100m", memory: "128Mi", ephemeralStorage: "1Gi" },
        large: { cpu: "1", memory: "1Gi", ephemeralStorage: "1Gi" },
      },
    },
  };
}

/** Publishes a template as a platform engineer's pipeline would. */
export async function publishTemplate(browser: Browser, baseURL: string, template: object): Promise<void> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, "platform");
  const token = await page.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ name: "templates" });
    const answer = await (await fetch("/api/trpc/token.issue", { method: "POST", headers, body })).json();
    return String(answer.result.data.token);
  });
  const applied = await page.request.post("/api/v1/apply", {
    headers: { authorization: `Bearer ${token}` },
    data: { documents: [template] },
  });
  if (!applied.ok()) throw new Error(`The template was not published: ${await applied.text()}`);
  await context.close();
}
