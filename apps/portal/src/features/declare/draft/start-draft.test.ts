import { API_VERSION as DOMAIN_API_VERSION } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { expect, test } from "vitest";
import { readForm } from "../form/read-form.ts";
import { API_VERSION } from "./api-version.ts";
import { writeAt } from "./path.ts";
import { startDraft, switchTemplate } from "./start-draft.ts";

const formOf = (name: string) => {
  const template = loadLibrary().templates.find(({ metadata }) => metadata.name === name);
  if (template === undefined) throw new Error(`There is no template ${name}.`);
  return readForm(template);
};

test("a draft is of the version that the domain reads", () => {
  expect(API_VERSION).toBe(DOMAIN_API_VERSION);
});

test("a new draft runs everywhere and answers nothing", () => {
  expect(startDraft(formOf("web-service"), "shipping-team", ["dev", "prod"]).spec).toEqual({
    template: "web-service@1.0.0",
    owner: "shipping-team",
    environments: { dev: {}, prod: {} },
  });
});

test("another template keeps what it asks too, and nothing else", () => {
  const draft = ["spec.image", "spec.tier", "spec.expose.to", "spec.schedule"].reduce(
    (next, path) => writeAt(next, path, path),
    startDraft(formOf("web-service"), "shipping-team", ["dev"]),
  );
  expect(switchTemplate(writeAt(draft, "metadata.name", "shop"), formOf("worker"))).toEqual({
    apiVersion: API_VERSION,
    kind: "Service",
    metadata: { name: "shop" },
    spec: {
      template: "worker@1.0.0",
      owner: "shipping-team",
      image: "spec.image",
      tier: "spec.tier",
      environments: { dev: {} },
    },
  });
});
