import { expect, test } from "vitest";
import { readServiceFilter, serviceFilterPath } from "./service-filter.ts";

const read = (path: string) => readServiceFilter(Object.fromEntries(new URL(path, "http://x").searchParams));

test("a filter survives its address", () => {
  const filter = { text: "cart & co", mine: true, notHealthy: true };
  expect(read(serviceFilterPath(filter, "next"))).toEqual({ ...filter, cursor: "next" });
});

test("no filter is the plain list, and a new filter forgets the page", () => {
  expect(serviceFilterPath({ text: "", mine: false, notHealthy: false })).toBe("/services");
  expect(serviceFilterPath({ text: "a", mine: false, notHealthy: false, cursor: "x" })).toBe("/services?text=a");
});

test("what is off the platform is a list of its own, in which health is no question", () => {
  const filter = { text: "db", mine: true, notHealthy: true, offPlatform: true };
  expect(serviceFilterPath(filter)).toBe("/resources?text=db&mine=1");
});

test("nonsense in an address filters nothing", () => {
  expect(readServiceFilter({ mine: ["2", "1"], text: undefined })).toEqual({
    text: "",
    mine: false,
    notHealthy: false,
    cursor: undefined,
  });
});
