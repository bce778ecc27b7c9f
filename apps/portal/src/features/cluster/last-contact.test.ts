import { expect, test } from "vitest";
import { seenAt } from "./last-contact.ts";

const clusters = [{ name: "dev", lastContactAt: "2026-11-24T14:05:00.000Z" }, { name: "new" }];

test("what is shown of a cluster is as of its last answer", () => {
  expect(seenAt(clusters, "dev", "2026-11-24T12:00:00.000Z")).toBe("2026-11-24T14:05:00.000Z");
  expect(seenAt(clusters, "dev", "2026-11-24T14:06:00.000Z")).toBe("2026-11-24T14:06:00.000Z");
});

test("nothing is known of what nobody looked at", () => {
  expect(seenAt(clusters, "dev", undefined)).toBeUndefined();
  expect(seenAt(clusters, "new", "2026-11-24T12:00:00.000Z")).toBe("2026-11-24T12:00:00.000Z");
});
