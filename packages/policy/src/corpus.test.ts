import { describe, expect, test } from "vitest";
import { CORPUS, corpusControls, hasCorpus, readCorpusCases, readCorpusPolicy } from "../testing/read-corpus.ts";
import { parseBinding, parsePolicy } from "./document/parse-policy.ts";
import { compilePolicies } from "./evaluate/compile-policies.ts";
import { vet } from "./evaluate/vet.ts";

const title = hasCorpus
  ? "kubescape's verdicts"
  : `kubescape's verdicts (skipped: no data at ${CORPUS}, see FAIRLEAD_DATA)`;

describe.skipIf(!hasCorpus)(title, () => {
  let seen = 0;

  test.each(corpusControls())("%s", (control) => {
    const policy = parsePolicy(readCorpusPolicy(control));
    if (!policy.ok) throw new Error(JSON.stringify(policy.error));
    const cases = readCorpusCases(control);
    const wrong = cases.flatMap(({ name, object, params, binding: document, expected, said }) => {
      const binding = parseBinding(document);
      if (!binding.ok) throw new Error(JSON.stringify(binding.error));
      binding.value.spec.policyName = policy.value.name;
      const compiled = compilePolicies([policy.value], { bindings: [binding.value] });
      if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
      const verdicts = vet([object], compiled.value, { params: [params] });
      const verdict = verdicts.length === 0 ? "pass" : verdicts[0]?.actions.includes("Warn") ? "warn" : "fail";
      const messages = verdicts.map(({ message }) => message);
      const sameWords = said === undefined || messages.some((message) => said.includes(message));
      return verdict === expected && sameWords ? [] : [{ name, expected, verdict, said, messages }];
    });
    expect(wrong).toEqual([]);
    seen += cases.length;
  });

  test("all 628 cases were looked at", () => {
    expect(seen).toBe(628);
  });
});
