import { createServer } from "node:net";

/** A port on loopback that nobody listens on: the wanted one, or the next that is free. 0 lets the system choose. */
export async function freePort(wanted = 0): Promise<number> {
  for (let port = wanted; ; port += 1) {
    const found = await tryPort(port);
    if (found !== undefined) return found;
    if (port >= wanted + 100) throw new Error(`No free port between ${wanted} and ${port}. Set PORT to another one.`);
  }
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : undefined));
    });
  });
}
