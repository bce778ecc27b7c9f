import { resolveSpec, type ServiceDocument, type TemplateDocument, type Violation, valueAt } from "@fairlead/domain";
import { parameterValidator } from "./parameter-validator.ts";

/** Holds the answers to a template's further questions against its JSON Schema, in each of the environments given. */
export function checkParameters(
  service: ServiceDocument,
  template: TemplateDocument,
  environments: readonly string[],
): Violation[] {
  const validator = parameterValidator(template.spec.parameters ?? {});
  // A published template whose schema is wrong came in before this was checked; its services are not to blame.
  if (!validator.ok) return [];
  const found = environments.flatMap((environment) => {
    const resolved = resolveSpec(service, template, environment);
    if (!resolved.ok) return [];
    return validator.value(resolved.value.parameters ?? {}).map((violation) => ({
      ...violation,
      path: placeOf(service, environment, violation.path),
    }));
  });
  return [...new Map(found.map((violation) => [`${violation.path} ${violation.reason}`, violation])).values()];
}

/** Where the answer was given: for one environment, or for all. */
function placeOf(service: ServiceDocument, environment: string, path: string): string {
  const inside = path === "" ? "parameters" : `parameters.${path}`;
  const own = `spec.environments.${environment}.${inside}`;
  return environment !== "" && valueAt(service, own) !== undefined ? own : `spec.${inside}`;
}
