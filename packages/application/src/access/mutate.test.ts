import type { Actor } from "@fairlead/domain";
import { expect, test } from "vitest";
import type { Deps } from "../deps.ts";
import { mutate } from "./mutate.ts";
import { SYSTEM_ACTOR } from "./system-actor.ts";

const viewer: Actor = { ...SYSTEM_ACTOR, name: "Vera", platformEngineer: false, via: "session" };
const transact: Deps["transact"] = () => Promise.reject(new Error("a transaction began"));

test("who may not is refused before a transaction begins, so nothing is written and nothing audited", () => {
  const work = async () => ({ result: 1, audit: [] });
  expect(() => mutate({ transact }, viewer, { permission: "catalog.apply" }, work)).toThrow(
    "that takes a platform engineer",
  );
});
