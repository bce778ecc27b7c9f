import { describe, expect, test } from "vitest";
import { quietContext } from "../test/quiet-context.ts";
import { handleTrpc } from "./handle-trpc.ts";

const failures: unknown[] = [];

function send(path: string, init: RequestInit = {}, context = async () => quietContext(undefined)) {
  const deps = {
    isOwnPage: (headers: Headers) => headers.get("sec-fetch-site") === "same-origin",
    context,
    monitor: { ...quietContext(undefined).monitor, internal: (error: Error) => void failures.push(error.cause) },
  };
  return handleTrpc(deps, new Request(`http://portal.test/api/trpc/${path}`, init));
}

const own = { "sec-fetch-site": "same-origin", "content-type": "application/json" };

describe("a call", () => {
  test("that changes something comes from the portal's own pages, with its length", async () => {
    const post = (headers: Record<string, string>) => send("service.save", { method: "POST", body: "{}", headers });
    expect((await post({ ...own, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post(own)).status).toBe(411);
    expect((await post({ ...own, "content-length": "5000000" })).status).toBe(413);
    expect((await post({ ...own, "content-length": "2" })).status).toBe(401);
  });

  test("that only asks may send a long draft in its body, from the portal's own pages", async () => {
    const body = JSON.stringify({ document: { files: "x".repeat(100_000) }, environment: "dev" });
    const post = (headers: Record<string, string>) =>
      send("service.preview", { method: "POST", body, headers: { "content-length": String(body.length), ...headers } });
    expect((await post(own)).status).toBe(401);
    expect((await post({ ...own, "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  test("of too many at once is refused", async () => {
    const paths = Array.from({ length: 11 }, () => "session.me").join(",");
    expect((await send(`${paths}?batch=1`)).status).toBe(422);
  });

  test("that nobody offers is not found, in words", async () => {
    const response = await send("nothing.here");
    expect([response.status, (await response.json()).error.data.code]).toEqual([404, "not-found"]);
  });

  test("whose caller cannot be looked up shows nothing of why, and logs it", async () => {
    const cause = new Error("connect ECONNREFUSED password=hunter2");
    const response = await send("session.me", {}, () => Promise.reject(cause));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toMatch(/hunter2|ECONN/);
    expect(failures).toEqual([cause]);
  });
});
