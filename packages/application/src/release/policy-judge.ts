import { AppError } from "@fairlead/domain";
import { canonicalJson } from "@fairlead/manifests";
import {
  type CompiledPolicies,
  compilePolicies,
  type Policy,
  type PolicyProblem,
  parsePolicy,
  toViolations,
  underStages,
  vet,
} from "@fairlead/policy";
import { currentStages } from "../policy/current-stages.ts";
import type { Judge } from "./judge.ts";

/**
 * Compiles the policy library once. It holds them as they ship, with every date come: `under` gives the stages of now.
 * Throws at a mistake in the library: a wrong policy must not pass silently.
 */
export function policyJudge(documents: readonly unknown[], digest: (text: string) => string): Judge {
  const policies = documents.map((document) => {
    const parsed = parsePolicy(document);
    if (!parsed.ok) throw wrong(parsed.error);
    return parsed.value;
  });
  const compiled = compilePolicies(policies);
  if (!compiled.ok) throw wrong(compiled.error);
  const judge = { digest: digest(canonicalJson(documents)), documents, policies };
  return held(judge, compiled.value, currentStages(policies, new Map(), END_OF_TIME));
}

const END_OF_TIME = new Date(8_640_000_000_000_000);

function held(
  judge: { digest: string; documents: unknown; policies: readonly Policy[] },
  compiled: CompiledPolicies,
  stages: Judge["stages"],
): Judge {
  const bound = underStages(compiled, stages);
  return {
    ...judge,
    stages,
    vet(objects, namespace) {
      const violations = toViolations(vet(objects, bound, { namespaces: [namespace] }));
      // What is only noted is not held against anybody.
      const broken = new Set(violations.flatMap(({ policy, severity }) => (severity === "note" ? [] : [policy])));
      return { violations, passed: judge.policies.filter(({ id }) => !broken.has(id)).length };
    },
    under: (others) => held(judge, compiled, others),
  };
}

function wrong(problems: readonly PolicyProblem[]): AppError {
  const said = problems.map(({ policy, path, reason }) => `${policy} ${path} ${reason}`).join("; ");
  return new AppError("internal", `A policy is wrong: ${said}`);
}
