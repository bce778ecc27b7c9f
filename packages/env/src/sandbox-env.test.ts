import { expect, test } from "vitest";
import { readSandboxEnv } from "./sandbox-env.ts";

test("needs no setting at all", () => {
  expect(readSandboxEnv({})).toMatchObject({ port: 3000, databaseUrl: undefined, kubeBin: undefined });
});

test("will not be the sandbox where production is asked for, nor listen on a port that is none", () => {
  expect(() => readSandboxEnv({ FAIRLEAD_MODE: "production", PORT: "http" })).toThrow(
    "FAIRLEAD_MODE: The sandbox lets everybody in without a password. Leave it unset, or set it to sandbox.\n  PORT: Give a number from 1 to 65535.",
  );
});
