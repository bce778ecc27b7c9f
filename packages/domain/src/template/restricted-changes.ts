import type { Role } from "../access/role.ts";
import type { ServiceDocument } from "../document/service/spec.ts";
import type { TemplateDocument } from "../document/template.ts";
import type { Violation } from "../violation.ts";
import { isEqualJson } from "./is-equal-json.ts";
import { layeredSpec } from "./layered-spec.ts";
import { specPath } from "./template-defaults.ts";
import { valueAt } from "./value-at.ts";

export interface RestrictedChange {
  /** What is there now; nothing for a new service. */
  before: ServiceDocument | undefined;
  after: ServiceDocument;
  /** Of the declaration as it would be. */
  template: TemplateDocument;
  /** Who could change a field with these roles; undefined where this person may. */
  refusal: (roles: readonly Role[]) => string | undefined;
}

/** Changes of fields that the template opens to some roles only, by somebody who has none of them. */
export function restrictedChanges({ before, after, template, refusal }: RestrictedChange): Violation[] {
  // Both sides by the same template: what only a newer version says otherwise is nobody's answer.
  const holds = (service: ServiceDocument, path: string, environment?: string) =>
    path.startsWith("metadata.")
      ? valueAt(service, path)
      : valueAt(layeredSpec(service, template, environment), specPath(path));
  const untouched: ServiceDocument = before ?? { ...after, metadata: { name: after.metadata.name }, spec: bare(after) };
  const places = [undefined, ...Object.keys(after.spec.environments ?? {})];

  return Object.entries(template.spec.editableBy ?? {}).flatMap(([path, roles]) => {
    const whoCould = refusal(roles);
    if (whoCould === undefined) return [];
    const changed = places.filter(
      (environment) => !isEqualJson(holds(untouched, path, environment), holds(after, path, environment)),
    );
    // Where it changes everywhere, it follows that it changes in each environment.
    const told = changed.includes(undefined) ? [undefined] : changed;
    return told.map((environment): Violation => {
      const place = environment === undefined ? "" : `environments.${environment}.`;
      const now = holds(untouched, path, environment);
      return {
        path: path.startsWith("metadata.") ? path : `spec.${place}${specPath(path)}`,
        reason: `is for ${whoCould} to change`,
        remedy: `${isScalar(now) ? `Leave it at ${now}` : "Leave it as it is"}, or ask ${whoCould}.`,
        severity: "error",
      };
    });
  });
}

/** The declaration before anybody answered. */
function bare({ spec: { owner, template } }: ServiceDocument): ServiceDocument["spec"] {
  return template === undefined ? { owner } : { owner, template };
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
