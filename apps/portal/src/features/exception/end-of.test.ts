import { expect, test } from "vitest";
import { endOf } from "./end-of.ts";

const until = "2026-12-18T00:00:00.000Z";
const ended = { by: "Pat", at: "2026-11-28T09:00:00.000Z", reason: "" };

test("what holds, or may come to hold, has the day that was asked for", () => {
  expect(endOf({ state: "requested", until })).toEqual({ word: "until", at: until });
  expect(endOf({ state: "in-force", until })).toEqual({ word: "until", at: until });
});

test("what was ended before its time ended then, not on the day that was asked for", () => {
  expect(endOf({ state: "ended", until, ended })).toEqual({ word: "ended", at: ended.at });
  expect(endOf({ state: "expired", until })).toEqual({ word: "ended", at: until });
});

test("what never held has no end", () => {
  expect(endOf({ state: "refused", until })).toBeUndefined();
  expect(endOf({ state: "lapsed", until })).toBeUndefined();
});
