import { AppError, type Violation } from "@fairlead/domain";
import { canonicalJson } from "@fairlead/manifests";
import { compilePolicies, parsePolicy, toViolations, vet } from "@fairlead/policy";
import type { Judge } from "./judge.ts";

/** Compiles the policy library once. Throws at a mistake in it: a wrong policy must not pass silently. */
export function policyJudge(documents: readonly unknown[], digest: (text: string) => string): Judge {
  const policies = documents.map((document) => {
    const parsed = parsePolicy(document);
    if (!parsed.ok)
      throw new AppError(
        "internal",
        `A policy is wrong: ${parsed.error.map(({ policy, path, reason }) => `${policy} ${path} ${reason}`).join("; ")}`,
      );
    return parsed.value;
  });
  const compiled = compilePolicies(policies);
  if (!compiled.ok)
    throw new AppError(
      "internal",
      `A policy is wrong: ${compiled.error.map(({ policy, path, reason }) => `${policy} ${path} ${reason}`).join("; ")}`,
    );
  return {
    digest: digest(canonicalJson(documents)),
    documents,
    vet(objects, namespace) {
      const violations: Violation[] = toViolations(vet(objects, compiled.value, { namespaces: [namespace] }));
      const broken = new Set(violations.map(({ policy }) => policy));
      return { violations, passed: policies.filter(({ id }) => !broken.has(id)).length };
    },
  };
}
