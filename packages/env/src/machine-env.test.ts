import { expect, test } from "vitest";
import { machineEnv } from "./machine-env.ts";

test("a program that we start sees the machine, and none of our settings or anybody's secrets", () => {
  const given = {
    PATH: "/bin",
    https_proxy: "http://proxy",
    GOPROXY: "https://proxy.example",
    FAIRLEAD_SECRET: "x",
    DATABASE_URL: "x",
    AWS_SECRET_ACCESS_KEY: "x",
    GOOGLE_APPLICATION_CREDENTIALS: "x",
  };
  expect(machineEnv(given)).toEqual({ PATH: "/bin", https_proxy: "http://proxy", GOPROXY: "https://proxy.example" });
});
