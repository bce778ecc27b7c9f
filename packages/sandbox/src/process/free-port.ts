import { createServer } from "node:net";

/** A port on loopback that nobody listens on: the wanted one, or the next that is free. 0 lets the system choose. */
export async function freePort(wanted = 0): Promise<number> {
  const last = wanted === 0 ? 100 : Math.min(wanted + 100, 65_535);
  for (let port = wanted; port <= last; port += 1) {
    const found = await tryPort("127.0.0.1", wanted === 0 ? 0 : port);
    // A browser that is told `localhost` tries the newer protocol first, and would meet somebody else there.
    if (found !== undefined && (await tryPort("::1", found)) !== undefined) return found;
  }
  throw new Error(`No port between ${wanted} and ${last} is free. Set PORT to another one.`);
}

/** The port, if it is free; where there is no such address, it is. */
function tryPort(host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT" ? port : undefined),
    );
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : undefined));
    });
  });
}
