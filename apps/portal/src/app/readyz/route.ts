import { container } from "../../server/container.ts";

export const dynamic = "force-dynamic";

/** Whether this process can serve people: its database answers and has been migrated. Clusters do not count. */
export async function GET(request: Request): Promise<Response> {
  const checks = await (await container()).readiness();
  const ready = checks.every(({ ok }) => ok);
  const verbose = new URL(request.url).searchParams.has("verbose");
  const lines = checks.map(({ name, ok }) => `[${ok ? "+" : "-"}] ${name}`);
  const text = [...(verbose || !ready ? lines : []), ready ? "ok" : "not ready"].join("\n");
  return new Response(`${text}\n`, { status: ready ? 200 : 503 });
}
