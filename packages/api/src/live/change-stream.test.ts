import type { ChangeFeed, LiveChange } from "@fairlead/application";
import { expect, test } from "vitest";
import { changeStream } from "./change-stream.ts";

function feed() {
  const listeners = new Set<Parameters<ChangeFeed["listen"]>[0]>();
  const source: ChangeFeed = {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const tell = (change: LiveChange) => listeners.forEach((listener) => void listener.changed(change));
  return { source, listeners, tell, lose: () => listeners.forEach((listener) => void listener.lost()) };
}

const delivery = (id: string): LiveChange => ({ kind: "delivery", id });

test("tells what changes while somebody reads", async () => {
  const { source, tell } = feed();
  const stream = changeStream(source, new AbortController().signal);
  const first = stream.next();
  tell(delivery("a"));
  expect(await first).toEqual({ done: false, value: delivery("a") });
});

test("makes many changes of one thing into one for a slow reader", async () => {
  const { source, tell } = feed();
  const stream = changeStream(source, new AbortController().signal);
  const first = stream.next();
  for (const id of ["a", "a", "b", "a"]) tell(delivery(id));
  expect([(await first).value, (await stream.next()).value]).toEqual([delivery("a"), delivery("b")]);
});

test("says to look at everything where changes may have been missed or are too many", async () => {
  const { source, tell, lose } = feed();
  const stream = changeStream(source, new AbortController().signal);
  const first = stream.next();
  tell(delivery("a"));
  lose();
  expect((await first).value).toEqual({ kind: "everything" });
  const second = stream.next();
  for (let id = 0; id < 1000; id++) tell(delivery(String(id)));
  expect((await second).value).toEqual({ kind: "everything" });
});

test("ends with its signal, and stops listening", async () => {
  const { source, listeners } = feed();
  const abort = new AbortController();
  const stream = changeStream(source, abort.signal);
  const waiting = stream.next();
  expect(listeners.size).toBe(1);
  abort.abort();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(listeners.size).toBe(0);
});
