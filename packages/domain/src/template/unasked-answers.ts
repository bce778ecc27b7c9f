import { resolveSpec } from "../document/resolve-spec.ts";
import type { ServiceDocument } from "../document/service/spec.ts";
import type { TemplateDocument } from "../document/template.ts";
import type { Violation } from "../violation.ts";
import type { Holds } from "./check-answers.ts";
import { takeOut } from "./take-out.ts";
import { documentPath, specPath } from "./template-defaults.ts";
import { valueAt } from "./value-at.ts";

/**
 * Answers to questions that are not asked: a form never submits them, and a file must not keep them, or they would act
 * on the day when the question is asked again. An answer for all places is one as soon as any of them asks for it.
 *
 * @param environments all in which the service runs
 */
export function unaskedAnswers(
  service: ServiceDocument,
  template: TemplateDocument,
  environments: readonly string[],
  holds: Holds,
): Violation[] {
  const places = environments.flatMap((environment) => {
    const resolved = resolveSpec(service, template, environment);
    return resolved.ok ? [{ environment, spec: resolved.value }] : [];
  });
  return template.spec.form
    .flatMap(({ fields }) => fields)
    .flatMap(({ path, when, label = path }) => {
      if (when === undefined) return [];
      const silent = places.filter(({ environment, spec }) => holds(when, spec, environment) === false);
      const own = silent.map(({ environment }) => `spec.environments.${environment}.${specPath(path)}`);
      const all = silent.length > 0 && silent.length === places.length ? [documentPath(path)] : [];
      return [...all, ...own]
        .filter((at) => valueAt(service, at) !== undefined)
        .map(
          (at): Violation => ({
            path: at,
            reason: "answers what is not asked",
            remedy: `“${label}” counts only while ${when}. Take the answer out.`,
            severity: "error",
            ...(at.startsWith("spec.") ? { fix: takeOut(at) } : {}),
          }),
        );
    });
}
