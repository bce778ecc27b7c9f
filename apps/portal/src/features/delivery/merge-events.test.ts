import { expect, test } from "vitest";
import { mergeEvents } from "./merge-events.ts";

const event = (id: string, at: string) => ({ id, at, tone: "quiet" as const, message: id });

test("events of several clusters are one list, the latest first, and say which cluster", () => {
  const merged = mergeEvents(
    [{ cluster: "prod-eu" }, { cluster: "prod-us" }],
    [[event("1", "2026-11-24T14:00:00Z"), event("3", "2026-11-24T14:02:00Z")], [event("2", "2026-11-24T14:01:00Z")]],
  );
  expect(merged.map(({ id, cluster }) => `${id} ${cluster}`)).toEqual(["3 prod-eu", "2 prod-us", "1 prod-eu"]);
});

test("where there is one cluster its name is left out, and events of one moment keep their order", () => {
  const merged = mergeEvents(
    [{ cluster: "dev" }],
    [[event("9", "2026-11-24T14:00:00Z"), event("10", "2026-11-24T14:00:00Z")]],
  );
  expect(merged.map(({ id, cluster }) => [id, cluster])).toEqual([
    ["10", undefined],
    ["9", undefined],
  ]);
});
