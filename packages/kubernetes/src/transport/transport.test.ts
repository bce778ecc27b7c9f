import { inspect } from "node:util";
import { ClusterError } from "@fairlead/application";
import { Secret } from "@fairlead/env";
import { afterEach, expect, test } from "vitest";
import { type Answer, json, lines, reset, scriptedServer, silence } from "../../testing/scripted-server.ts";
import { type RequestOptions, Transport } from "./transport.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

async function serve(...answers: Answer[]) {
  const server = await scriptedServer(answers);
  const transport = new Transport({ cluster: "dev", server: server.url });
  closing.push(() => transport.close(), server.stop);
  return { ...server, transport };
}

const get: RequestOptions = { method: "GET", path: "/api/v1/pods", token: new Secret("hunter2") };
const failure = (work: Promise<unknown>): Promise<ClusterError> =>
  work.then(
    () => {
      throw new Error("It was answered.");
    },
    (error: unknown) => {
      if (error instanceof ClusterError) return error;
      throw error;
    },
  );

test("asks with the token, and gives the JSON that was answered", async () => {
  const { transport, asked } = await serve(json(200, { kind: "PodList" }));
  expect(await transport.request({ ...get, query: { limit: "1" } })).toEqual({ kind: "PodList" });
  expect(asked[0]?.headers.authorization).toBe("Bearer hunter2");
  expect(asked[0]?.url.search).toBe("?limit=1");
});

test.each([
  [401, "unauthorized"],
  [403, "forbidden"],
  [404, "not-found"],
  [409, "conflict"],
  [410, "gone"],
  [422, "invalid"],
  [400, "invalid"],
  [500, "busy"],
  [502, "away"],
  [503, "away"],
])("status %i is the failure %s", async (status, expected) => {
  const { transport } = await serve(json(status, { kind: "Status", message: "no" }));
  expect((await failure(transport.request(get))).failure).toBe(expected);
});

test("tells the server's words, and neither headers nor bodies nor tokens", async () => {
  const body = { kind: "Status", message: "spec.replicas: must be a number", details: { secret: "body-secret" } };
  const { transport } = await serve(json(422, body, { "set-cookie": "header-secret" }));
  const error = await failure(transport.request(get));
  expect(error.message).toBe("spec.replicas: must be a number");
  expect(inspect(error, { depth: 9 })).not.toMatch(/body-secret|header-secret|hunter2/);
});

test("an answer that is no JSON is an absence, as of a proxy in between", async () => {
  const html: Answer = (_request, response) => response.end("<html>sign in</html>");
  const { transport } = await serve(html);
  expect(await failure(transport.request(get))).toMatchObject({ failure: "away" });
});

test("nobody at the address, or nobody in time, is an absence in words", async () => {
  const { transport, stop } = await serve(silence);
  const late = await failure(transport.request({ ...get, deadlineMs: 50 }));
  expect([late.failure, late.message]).toEqual(["away", "it does not answer in time"]);
  await stop();
  const gone = await failure(transport.request(get));
  expect([gone.failure, gone.message]).toEqual(["away", "nothing answers at its address"]);
});

test("reading is repeated where a connection broke, writing is not", async () => {
  const reading = await serve(reset, json(200, { again: true }));
  expect(await reading.transport.request(get)).toEqual({ again: true });
  const writing = await serve(reset, json(200, {}));
  expect(await failure(writing.transport.request({ ...get, method: "POST" }))).toMatchObject({ failure: "away" });
  expect(writing.asked).toHaveLength(1);
});

test("a busy server is asked again after the time that it names, a few times", async () => {
  const busy = json(429, { message: "later" }, { "retry-after": "0.02" });
  const patient = await serve(busy, busy, json(200, {}));
  expect(await patient.transport.request(get)).toEqual({});
  const never = await serve(busy);
  expect(await failure(never.transport.request(get))).toMatchObject({ failure: "busy" });
  expect(never.asked).toHaveLength(4);
});

test("no more than its connections are open at once, and the rest wait their turn", async () => {
  let open = 0;
  let most = 0;
  const slow: Answer = (_request, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end("{}");
    }, 10);
  };
  const { transport } = await serve(slow);
  await Promise.all(Array.from({ length: 60 }, () => transport.request(get)));
  expect(most).toBeLessThanOrEqual(16);
  expect(most).toBeGreaterThan(4);
});

test("whoever asked may lose interest, and gets their own reason back", async () => {
  const { transport } = await serve(silence);
  const interest = new AbortController();
  const asking = transport.request({ ...get, signal: interest.signal });
  interest.abort(new Error("no longer needed"));
  await expect(asking).rejects.toThrow("no longer needed");
});

test("a stream gives whole lines, and ends in words when the connection breaks or falls silent", async () => {
  const read = async (answer: Answer) => {
    const { transport } = await serve(answer);
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const line of transport.lines({ ...get, idleMs: 100 })) seen.push(line);
    })();
    const outcome = await reading.then(
      () => "ended",
      (error: unknown) => (error instanceof ClusterError ? error.message : String(error)),
    );
    return { seen, outcome };
  };
  expect(await read(lines([{ a: 1 }, { b: "ü" }]))).toEqual({ seen: [{ a: 1 }, { b: "ü" }], outcome: "ended" });
  expect(await read(lines([{ a: 1 }], { end: false }))).toEqual({ seen: [{ a: 1 }], outcome: "it fell silent" });
  const broken: Answer = (request, response) => {
    lines([{ a: 1 }], { end: false })(request, response);
    setTimeout(() => request.socket.destroy(), 20);
  };
  expect(await read(broken)).toEqual({ seen: [{ a: 1 }], outcome: "it ended the connection" });
});
