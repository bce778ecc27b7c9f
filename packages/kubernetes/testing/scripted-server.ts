import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers one request in whatever way a test wants to see survived. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };

/** Ends the connection without a word. */
export const reset: Answer = (request) => request.socket.destroy();

/** Takes the request and never answers. */
export const silence: Answer = () => {};

/** A stream of JSON lines, as a watch; `end` closes it properly. */
export const lines =
  (objects: readonly unknown[], { end = true }: { end?: boolean } = {}): Answer =>
  (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    for (const object of objects) response.write(`${JSON.stringify(object)}\n`);
    if (end) response.end();
  };

/** A server on loopback that answers one request after the other as it was told to, the last one for ever. */
export async function scriptedServer(answers: readonly Answer[]) {
  const asked: { method: string; url: URL; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push({
      method: request.method ?? "",
      url: new URL(request.url ?? "/", "http://scripted.test"),
      headers: request.headers,
    });
    answer?.(request, response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
