import {
  checkAnswers,
  resolveSpec,
  type ServiceDocument,
  type TemplateDocument,
  unaskedAnswers,
  type Violation,
} from "@fairlead/domain";
import { checkParameters } from "./check-parameters.ts";
import { conditionIn } from "./condition.ts";

/**
 * Holds a declaration against its template for every environment that it names, before anybody deploys it. Without a
 * template there is nothing to hold it against; whether it names one that is there is asked elsewhere.
 */
export function checkDeclaration(service: ServiceDocument, template: TemplateDocument | undefined): Violation[] {
  if (template === undefined) return [];
  if (template.spec.workload === "None" && (template.spec.extras ?? []).length === 0) return [runsNothing(template)];
  const named = Object.keys(service.spec.environments ?? {});
  const environments = named.length === 0 ? [""] : named;
  const unresolved = environments.flatMap((environment) => {
    const resolved = resolveSpec(service, template, environment);
    return resolved.ok ? [] : resolved.error;
  });
  const found = [
    ...unresolved,
    ...checkAnswers(service, template, environments, conditionIn()),
    ...unaskedAnswers(service, template, environments, conditionIn()),
    ...checkParameters(service, template, environments),
  ];
  return [...new Map(found.map((violation) => [`${violation.path} ${violation.reason}`, violation])).values()];
}

function runsNothing({ metadata }: TemplateDocument): Violation {
  return {
    path: "spec.template",
    reason: `is ${metadata.name}, which makes nothing that runs`,
    remedy: "Declare a Resource instead: it is owned and found like a service.",
    severity: "error",
  };
}
