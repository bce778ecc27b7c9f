import { err, ok, type Result } from "../result.ts";
import { findSize, sizesOf } from "../template/sizes.ts";
import { templateDefaults } from "../template/template-defaults.ts";
import type { Violation } from "../violation.ts";
import { runtimeOf } from "./check-service.ts";
import { describeIssues } from "./describe-issues.ts";
import { mergePatch } from "./merge-patch.ts";
import { checkRuntime } from "./service/check-runtime.ts";
import { runtimeSchema, type ServiceDocument, type ServiceRuntime } from "./service/spec.ts";
import type { TemplateDocument } from "./template.ts";

type Decided = "ports" | "expose" | "env" | "needs" | "tier" | "lifecycle" | "dataClass" | "size";

/** A declaration with everything decided for one environment: template, answers, what differs there, in that order. */
export type ResolvedSpec = Omit<ServiceRuntime, Decided> & { [Field in Decided]: NonNullable<ServiceRuntime[Field]> };

/**
 * Resolves a declaration for one environment. The result is what builders and the form's preview read. What the fields
 * have to do with one another is checked again: answers may not fit what the template adds.
 */
export function resolveSpec(
  service: ServiceDocument,
  template: TemplateDocument,
  environment: string,
): Result<ResolvedSpec, Violation[]> {
  const answers = mergePatch(templateDefaults(template), runtimeOf(service.spec));
  const merged = mergePatch(answers, patchFor(service, environment));
  const parsed = runtimeSchema.safeParse(merged, { reportInput: true });
  if (!parsed.success) return err(describeIssues(parsed.error.issues, ["spec"], runtimeSchema));
  const { ports, expose, env, needs, tier, lifecycle, dataClass, size, ...rest } = parsed.data;
  const decided = {
    ports: ports ?? [],
    expose: expose ?? { to: "nobody" },
    env: env ?? {},
    needs: needs ?? [],
    tier: tier ?? 3,
    lifecycle: lifecycle ?? "production",
    dataClass: dataClass ?? "internal",
    size: size ?? sizesOf(template)[0]?.name ?? "",
  } satisfies Partial<ResolvedSpec>;
  const violations = checkRuntime(parsed.data, "spec").filter(({ severity }) => severity === "error");
  if (findSize(template, decided.size) === undefined) violations.push(unknownSize(decided.size, template));
  return violations.length > 0 ? err(violations) : ok({ ...rest, ...decided });
}

/** What differs in an environment; nothing where it is not named. */
function patchFor({ spec }: ServiceDocument, environment: string): unknown {
  const { environments = {} } = spec;
  return Object.hasOwn(environments, environment) ? environments[environment] : {};
}

function unknownSize(size: string, template: TemplateDocument): Violation {
  const sizes = sizesOf(template).map(({ name }) => name);
  return {
    path: "spec.size",
    reason: `${size} is not a size of ${template.metadata.name}`,
    remedy: `Choose one of ${sizes.join(", ")}.`,
    severity: "error",
  };
}
