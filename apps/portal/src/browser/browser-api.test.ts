import { MAX_BATCH_SIZE } from "@fairlead/api";
import { expect, test } from "vitest";
import { MAX_CALLS } from "./browser-api.ts";

test("a browser never sends more calls at once than the server takes", () => {
  expect(MAX_CALLS).toBe(MAX_BATCH_SIZE);
});
