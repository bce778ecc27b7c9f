import { createServer } from "node:net";
import { expect, test } from "vitest";
import { freePort } from "./free-port.ts";

function listen(host: string, port: number) {
  return new Promise<{ port: number; close: () => Promise<void> }>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      const given = typeof address === "object" && address !== null ? address.port : 0;
      resolve({ port: given, close: () => new Promise((done) => server.close(() => done())) });
    });
  });
}

test("is the wanted port where it is free, else a later one", async () => {
  const wanted = await freePort();
  expect(await freePort(wanted)).toBe(wanted);
  const taken = await listen("127.0.0.1", wanted);
  expect(await freePort(wanted)).toBeGreaterThan(wanted);
  await taken.close();
});

test("is not one on which somebody else answers to localhost", async () => {
  const wanted = await freePort();
  const taken = await listen("::1", wanted).catch(() => undefined);
  if (taken === undefined) return;
  expect(await freePort(wanted)).toBeGreaterThan(wanted);
  await taken.close();
});
