import type { Page } from "@playwright/test";

/** Declares a service as whoever is signed in, with every question whether it belongs here answered No; the status. */
export async function declareService(page: Page, document: { spec: { template: string } }): Promise<number> {
  return page.evaluate(async (declaration) => {
    const input = encodeURIComponent(JSON.stringify({ reference: declaration.spec.template }));
    const { result } = await (await fetch(`/api/trpc/template.get?input=${input}`)).json();
    const asked: { ask: string }[] = result.data.spec.fit ?? [];
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ document: declaration, fit: asked.map(({ ask }) => ({ ask, yes: false })) });
    return (await fetch("/api/trpc/service.save", { method: "POST", headers, body })).status;
  }, document);
}
