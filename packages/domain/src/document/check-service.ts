import { hasErrors, type Violation } from "../violation.ts";
import { describeIssues } from "./describe-issues.ts";
import { mergePatch } from "./merge-patch.ts";
import { checkRuntime } from "./service/check-runtime.ts";
import { runtimeSchema, type ServiceDocument, type ServiceRuntime, serviceSchema } from "./service/spec.ts";

export interface Checked<T> {
  /** There only if nothing is an error; warnings may stand beside it. */
  document?: T;
  violations: Violation[];
}

/** Fields that are the service's own and cannot differ per environment. */
const FIXED = ["owner", "system", "template", "image", "environments", "managed"];

/** Checks a Service from outside: shape, values, what differs per environment, credentials. Says everything at once. */
export function checkService(value: unknown): Checked<ServiceDocument> {
  const parsed = serviceSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) return { violations: describeIssues(parsed.error.issues, [], serviceSchema) };
  const violations = [
    ...checkKind(parsed.data),
    ...checkRuntime(parsed.data.spec, "spec"),
    ...checkEnvironments(parsed.data),
  ];
  return hasErrors(violations) ? { violations } : { document: parsed.data, violations };
}

function checkKind({ spec }: ServiceDocument): Violation[] {
  if (spec.managed === false || spec.template !== undefined) return [];
  return [
    {
      path: "spec.template",
      reason: "is missing",
      remedy: "Name a template such as web-service@1.0.0, or say managed: false for a catalog entry only.",
      severity: "error",
    },
  ];
}

function checkEnvironments({ spec }: ServiceDocument): Violation[] {
  return Object.entries(spec.environments ?? {}).flatMap(([environment, patch]) => {
    const path = `spec.environments.${environment}`;
    const fixed = FIXED.filter((field) => field in patch).map(
      (field): Violation => ({
        path: `${path}.${field}`,
        reason: "cannot differ per environment",
        remedy: "Set it once, in spec.",
        severity: "error",
      }),
    );
    if (fixed.length > 0) return fixed;
    const merged = runtimeSchema.safeParse(mergePatch(runtimeOf(spec), patch), { reportInput: true });
    if (!merged.success)
      return describeIssues(merged.error.issues, ["spec", "environments", environment], runtimeSchema);
    const base = new Set(checkRuntime(spec, "spec").map(({ path, reason }) => path.slice("spec".length) + reason));
    return checkRuntime(merged.data, path).filter(({ path: at, reason }) => !base.has(at.slice(path.length) + reason));
  });
}

/** The part of a spec that runs, without what is the service's own. */
export function runtimeOf(spec: ServiceDocument["spec"]): ServiceRuntime {
  const { managed, template, owner, system, image, environments, ...runtime } = spec;
  return runtime;
}
