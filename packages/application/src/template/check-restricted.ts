import {
  type Actor,
  decideField,
  restrictedChanges,
  type ServiceDocument,
  serviceSchema,
  type TemplateDocument,
  type Violation,
} from "@fairlead/domain";
import type { StoredDocument } from "../catalog/catalog-store.ts";

/** Whether somebody changes fields that the template opens to other roles. The roles that count are those of its owner now. */
export function checkRestricted(
  actor: Actor,
  service: ServiceDocument,
  template: TemplateDocument | undefined,
  stored: StoredDocument | undefined,
): Violation[] {
  if (template?.spec.editableBy === undefined) return [];
  const team = stored?.owner ?? service.spec.owner;
  return restrictedChanges({
    before: serviceSchema.safeParse(stored?.content).data,
    after: service,
    template,
    refusal(roles) {
      const decision = decideField(actor, roles, team);
      return decision.allowed ? undefined : decision.whoCould;
    },
  });
}
