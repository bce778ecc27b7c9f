import { render } from "@fairlead/manifests";
import { type GoldenCase, goldenCases } from "../../../manifests/testing/golden-case.ts";

type Input = GoldenCase["input"];

/** The rules of a service, as a file of Prometheus has them; `undefined` where it has none. */
export function rulesOf(input: Input): { groups: unknown[] } | undefined {
  const result = render(input);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const rule = result.value.objects.find(({ kind }) => kind === "PrometheusRule");
  return rule === undefined ? undefined : { groups: Object(rule.spec).groups };
}

/** The input of a golden case. */
export function inputOf(name: string): Input {
  const found = goldenCases().find((golden) => golden.name === name);
  if (found === undefined) throw new Error(`There is no golden case ${name}.`);
  return found.input;
}
