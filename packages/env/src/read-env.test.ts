import { expect, test } from "vitest";
import * as z from "zod";
import { readEnv } from "./read-env.ts";

const schema = z.object({
  A_URL: z.url("Give an address."),
  B_SECRET: z.string("Give a secret."),
  C: z.string().optional(),
});

test("says everything that is wrong at once, and repeats no value", () => {
  expect(() => readEnv(schema, { A_URL: "hunter2", B_SECRET: "" })).toThrow(
    "These settings are missing or wrong:\n  A_URL: Give an address.\n  B_SECRET: Give a secret.",
  );
});

test("takes an empty value for one that was left out", () => {
  expect(readEnv(schema, { A_URL: "http://a", B_SECRET: "b", C: "" })).toEqual({ A_URL: "http://a", B_SECRET: "b" });
});
