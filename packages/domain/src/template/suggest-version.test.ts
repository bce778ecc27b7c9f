import { expect, test } from "vitest";
import { aTemplate } from "../../testing/documents.ts";
import { compareVersions } from "./compare-versions.ts";
import { suggestVersion } from "./suggest-version.ts";

test("versions are ordered by their numbers", () => {
  expect(["1.10.0", "1.9.3", "0.9.0", "1.9.10"].sort(compareVersions)).toEqual(["0.9.0", "1.9.3", "1.9.10", "1.10.0"]);
  expect(compareVersions("1.0.0", "1.0.0")).toBe(0);
});

test("the number that rises says what a change asks of services", () => {
  const before = aTemplate();
  const { small } = before.spec.sizes;
  const ask = (field: object) => ({ form: [{ section: "All", fields: [{ path: "spec.image", ...field }] }] });
  expect(suggestVersion(before, before)).toBeUndefined();
  expect(suggestVersion(aTemplate(ask({})), aTemplate(ask({ help: "What was pushed." })))?.version).toBe("1.0.1");
  expect(suggestVersion(before, aTemplate({ traits: { metrics: { interval: "15s" } } }))?.version).toBe("1.1.0");
  expect(suggestVersion(before, aTemplate(small === undefined ? {} : { sizes: { small } }))).toEqual({
    version: "2.0.0",
    because: "the size large is gone",
  });
  expect(suggestVersion(before, aTemplate(ask({ required: true })))?.because).toBe("spec.image must be answered now");
});
