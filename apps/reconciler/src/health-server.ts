import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Registry } from "prom-client";

export interface HealthServer {
  port: number;
  close(): Promise<void>;
}

/** /livez, /readyz and /metrics, on loopback only: nobody else needs them to reach this process. */
export async function startHealthServer(options: {
  port: number;
  registry: Registry;
  ready(): Promise<{ name: string; ok: boolean }[]>;
}): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) =>
      response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
    const path = (request.url ?? "").split("?")[0];
    if (path === "/livez") answer(200, "text/plain", "ok\n");
    else if (path === "/metrics") {
      void options.registry.metrics().then((text) => answer(200, options.registry.contentType, text));
    } else if (path === "/readyz") {
      void options.ready().then((checks) => {
        const lines = checks.map(({ name, ok }) => `[${ok ? "+" : "-"}] ${name}\n`);
        answer(checks.every(({ ok }) => ok) ? 200 : 503, "text/plain", lines.join(""));
      });
    } else answer(404, "text/plain", "not found\n");
  });
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
}
