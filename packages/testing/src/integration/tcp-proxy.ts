import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A way to a server that can be cut and mended: as when a cluster or the network to it goes away. */
export interface TcpProxy {
  port: number;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let server: Server | undefined;
  let port = 0;
  const proxy = {
    get port() {
      return port;
    },
    async cut() {
      for (const socket of open) socket.destroy();
      const closing = server;
      server = undefined;
      if (closing !== undefined) await new Promise((resolve) => closing.close(resolve));
    },
    async mend() {
      server = createServer((socket) => {
        const onward = connect(target);
        for (const [one, other] of [
          [socket, onward],
          [onward, socket],
        ] as const) {
          open.add(one);
          one.pipe(other);
          one.on("error", () => other.destroy());
          one.on("close", () => {
            open.delete(one);
            other.destroy();
          });
        }
      }).listen(port, "127.0.0.1");
      await once(server, "listening");
      ({ port } = server.address() as AddressInfo);
    },
  };
  await proxy.mend();
  return proxy;
}
