import { expect, test } from "vitest";
import { press, SHORTCUTS } from "./shortcuts.ts";

test("a key alone acts at once", () => {
  expect(press([], "/")).toEqual({ pending: [], action: { kind: "find" } });
});

test("two keys act together, and the first alone does nothing", () => {
  const first = press([], "g");
  expect(first).toEqual({ pending: ["g"] });
  expect(press(first.pending, "s").action).toEqual({ kind: "go", href: "/services" });
});

test("a key that leads nowhere starts again", () => {
  expect(press(["g"], "x")).toEqual({ pending: [] });
  expect(press(["g"], "/").action).toEqual({ kind: "find" });
  expect(press(["g"], "g")).toEqual({ pending: ["g"] });
});

test("no shortcut is the beginning of another, or it would hide it", () => {
  for (const a of SHORTCUTS) {
    for (const b of SHORTCUTS) {
      if (a !== b) expect(b.keys.slice(0, a.keys.length)).not.toEqual(a.keys);
    }
  }
});
