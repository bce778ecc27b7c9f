import { expect, test } from "vitest";
import { aTemplate } from "../../testing/documents.ts";
import { sizesOf } from "./sizes.ts";

test("sizes come from small to large, whatever the order of keys", () => {
  const size = { cpu: "100m", ephemeralStorage: "1Gi" };
  const sizes = {
    b: { ...size, memory: "1Gi" },
    twin: { ...size, memory: "900Mi" },
    a: { ...size, memory: "900Mi" },
    fast: { ...size, memory: "900Mi", cpu: "2" },
  };
  expect(sizesOf(aTemplate({ sizes })).map(({ name }) => name)).toEqual(["a", "twin", "fast", "b"]);
});
