import { expect, test } from "vitest";
import { cleanResource } from "./clean-resource.ts";

test("an address that was emptied is none", () => {
  const address = { host: "db.example.com", port: 5432 };
  expect(cleanResource({ spec: { environments: { dev: {}, prod: address } } })).toEqual({
    spec: { environments: { prod: address } },
  });
  expect(cleanResource({ kind: "Resource", spec: { type: "x", environments: { dev: {} } } })).toEqual({
    kind: "Resource",
    spec: { type: "x" },
  });
});
