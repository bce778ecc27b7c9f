import { expect, test } from "vitest";
import { exceptionFilterPath, readExceptionFilter } from "./exception-filter.ts";

test("a filter comes back from its address, whatever somebody wrote there", () => {
  const filter = { list: "in-force", service: "checkout", before: 12 } as const;
  const address = exceptionFilterPath(filter);
  expect(address).toBe("/exceptions?list=in-force&service=checkout&before=12");
  expect(readExceptionFilter(Object.fromEntries(new URLSearchParams(address.split("?")[1])))).toEqual(filter);
  expect(readExceptionFilter({ list: ["nonsense", "all"], before: "-1" })).toEqual({ list: "requested" });
  expect(exceptionFilterPath(readExceptionFilter({}))).toBe("/exceptions");
});
