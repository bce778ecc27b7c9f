import { container } from "../../server/container.ts";

export const dynamic = "force-dynamic";

/** For Prometheus. Numbers only: nothing here says who or what. */
export async function GET(): Promise<Response> {
  const { registry } = container().metrics;
  return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
}
