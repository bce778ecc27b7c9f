import { type ApiWorld, startApiWorld } from "@fairlead/testing/api-world";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appRouter } from "../app-router.ts";

let world: ApiWorld;

beforeAll(async () => {
  world = await startApiWorld();
});
afterAll(() => world.stop());

/** Opens the stream as a browser does, and reads it event by event. */
async function open(headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: new Request("http://portal.test/api/trpc/live.changes?input=%7B%7D", { signal: abort.signal, headers }),
    router: appRouter,
    createContext: () => world.context("oncall"),
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  return {
    type: response.headers.get("content-type"),
    leave: () => abort.abort(),
    /** Reads on until the text holds this; gives all that was read since the last time. */
    async until(text: string): Promise<string> {
      while (!buffer.includes(text)) {
        const chunk = await reader?.read();
        if (chunk === undefined || chunk.done) throw new Error(`the stream ended without ${text}: ${buffer}`);
        buffer += chunk.value;
      }
      const seen = buffer;
      buffer = "";
      return seen;
    },
  };
}

function notify(kind: string, id: string) {
  return world.database.pool.query("SELECT pg_notify('fairlead_changes', $1)", [JSON.stringify({ kind, id })]);
}

/** Notices that went out before the process listened are lost, so it is asked until one comes back. */
async function listening(): Promise<void> {
  const stream = await open();
  const timer = setInterval(() => void notify("cluster", "warm-up"), 50);
  await stream.until("warm-up");
  clearInterval(timer);
  stream.leave();
}

test("a change in the database reaches a browser that watches", async () => {
  await listening();
  const stream = await open();
  expect(stream.type).toContain("text/event-stream");
  await stream.until("connected");
  await notify("delivery", "1234");
  expect(await stream.until("id: 1")).toContain('{"kind":"delivery","id":"1234"}');
  stream.leave();
});

test("whoever comes back is told to look at everything", async () => {
  const stream = await open({ "last-event-id": "41" });
  expect(await stream.until("id: 42")).toContain("everything");
  stream.leave();
});

test("the end of the process is an error, so that browsers come back", async () => {
  const stream = await open();
  await stream.until("connected");
  world.shutdown.abort();
  expect(await stream.until('"httpStatus":503')).toContain("event: serialized-error");
});
