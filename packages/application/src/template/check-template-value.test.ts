import { expect, test } from "vitest";
import { aTemplate } from "../../../domain/testing/documents.ts";
import { checkTemplateValue } from "./check-template-value.ts";

test("what a wrong shape hides is told at once", () => {
  const { metadata, spec, ...rest } = aTemplate({ locked: ["spec.telemetry.log"] });
  const value = {
    ...rest,
    metadata,
    spec: { ...spec, colour: "red", form: [{ section: "All", fields: [{ path: "spec.siez" }] }] },
  };
  const { document, violations } = checkTemplateValue(value);
  expect(document).toBeUndefined();
  expect(violations.map(({ path }) => path)).toEqual(["spec.colour", "spec.form.0.fields.0.path", "spec.locked.0"]);
});

test("where the shape is too wrong to look further, that alone is told", () => {
  const { violations } = checkTemplateValue({ ...aTemplate(), spec: { workload: "Pod" } });
  expect(violations.map(({ path }) => path)).toEqual(["spec.workload", "spec.form", "spec.sizes"]);
});
