import { Secret } from "@fairlead/env";
import { afterEach, expect, test } from "vitest";
import { type Answer, json, lines, reset, scriptedServer } from "../../testing/scripted-server.ts";
import { Session } from "../credentials/session.ts";
import { Transport } from "../transport/transport.ts";
import { watchKind } from "./watch-kind.ts";

const closing: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

const pod = (name: string, resourceVersion: string) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name, uid: name, resourceVersion, managedFields: [{ manager: "x" }] },
});
const list = (names: string[], { version = "10", continueToken = "" } = {}): Answer =>
  json(200, {
    kind: "PodList",
    apiVersion: "v1",
    metadata: { resourceVersion: version, ...(continueToken === "" ? {} : { continue: continueToken }) },
    items: names.map((name) => ({ ...pod(name, "1"), kind: undefined, apiVersion: undefined })),
  });
const event = (type: string, object: unknown) => ({ type, object });
const bookmark = (resourceVersion: string) => event("BOOKMARK", { kind: "Pod", metadata: { resourceVersion } });

/** Follows a server until it has been asked so often, or until it ends by itself; gives what was told and asked. */
async function follow(answers: Answer[], { until }: { until: number | "its end" }) {
  const server = await scriptedServer(answers);
  const transport = new Transport({ cluster: "dev", server: server.url });
  closing.push(() => transport.close(), server.stop);
  const session = new Session(transport, { token: async () => new Secret("token") });
  const told: string[] = [];
  const stop = new AbortController();
  const watching = watchKind({
    session,
    path: "/api/v1/pods",
    labelSelector: "fairlead.dev/service",
    onSeen: ({ metadata }) => told.push(`seen ${metadata.name}${metadata.managedFields === undefined ? "" : " whole"}`),
    onGone: ({ metadata }) => told.push(`gone ${metadata.name}`),
    onSynced: (uids) => told.push(`all of ${[...uids].join(" ")}`),
    signal: stop.signal,
  });
  const outcome = watching.catch((error: unknown) => (stop.signal.aborted ? "stopped" : String(error)));
  if (until === "its end") await outcome;
  else await expect.poll(() => server.asked.length, { timeout: 5000, interval: 10 }).toBeGreaterThanOrEqual(until);
  stop.abort();
  return {
    told,
    outcome: await outcome,
    asked: server.asked.map(
      ({ url }) => url.searchParams.get("resourceVersion") ?? url.searchParams.get("continue") ?? "list",
    ),
  };
}

test("lists page by page, then follows from there, and tells objects without what nobody reads", async () => {
  const answers = [
    list(["a"], { continueToken: "next" }),
    list(["b"]),
    lines([event("ADDED", pod("c", "11")), event("DELETED", pod("a", "12"))]),
    lines([], { end: false }),
  ];
  const { told, asked, outcome } = await follow(answers, { until: 4 });
  expect(told).toEqual(["seen a", "seen b", "all of a b", "seen c", "gone a"]);
  expect(asked).toEqual(["list", "next", "10", "12"]);
  expect(outcome).toBe("stopped");
});

test("goes on from a bookmark when the server ends the watch", async () => {
  const answers = [list(["a"]), lines([bookmark("77")]), lines([], { end: false })];
  expect((await follow(answers, { until: 3 })).asked).toEqual(["list", "10", "77"]);
});

test.each([
  ["as a status", json(410, { message: "too old resource version" })],
  ["as an event", lines([event("ERROR", { kind: "Status", code: 410 })])],
])("lists again when the server has forgotten where it was, told %s", async (_how, forgotten) => {
  const answers = [list(["a", "b"]), forgotten, list(["b"], { version: "20" }), lines([], { end: false })];
  const { told, asked } = await follow(answers, { until: 4 });
  expect(told).toEqual(["seen a", "seen b", "all of a b", "seen b", "all of b"]);
  expect(asked).toEqual(["list", "10", "list", "20"]);
});

test("waits for a busy server", async () => {
  const busy = json(429, { message: "later" }, { "retry-after": "0.01" });
  const answers = [list(["a"]), busy, list(["a"]), lines([], { end: false })];
  expect((await follow(answers, { until: 4 })).asked).toEqual(["list", "10", "list", "10"]);
});

test.each([
  ["that it went away", reset, "it ended the connection"],
  ["that it is not there yet", json(503, { message: "starting" }), "starting"],
  ["that it does not know us any more", json(401, {}), "Attach it again"],
  ["that it may not look", json(403, { message: "pods is forbidden" }), "pods is forbidden"],
])("says %s, for others to tell people", async (_what, answer, words) => {
  const { outcome } = await follow([list(["a"]), answer], { until: "its end" });
  expect(outcome).toContain(words);
});
