import { readiness } from "../../server/readiness.ts";

export const dynamic = "force-dynamic";

/** Whether this process can serve people. Clusters do not count: what is known of them comes from the database. */
export async function GET(request: Request): Promise<Response> {
  const checks = await readiness();
  const ready = checks.every(({ ok }) => ok);
  const verbose = new URL(request.url).searchParams.has("verbose");
  const lines = verbose || !ready ? checks.map(({ name, ok }) => `[${ok ? "+" : "-"}] ${name}`) : [];
  return new Response([...lines, ready ? "ok" : "not ready", ""].join("\n"), { status: ready ? 200 : 503 });
}
