import { err, ok, type Result } from "../result.ts";
import type { Violation } from "../violation.ts";
import { runtimeOf } from "./check-service.ts";
import { describeIssues } from "./describe-issues.ts";
import { mergePatch } from "./merge-patch.ts";
import { runtimeSchema, type ServiceDocument, type ServiceRuntime } from "./service/spec.ts";
import type { TemplateDocument } from "./template.ts";

type Decided = "ports" | "expose" | "env" | "needs" | "tier" | "lifecycle" | "dataClass" | "size";

/** A declaration with everything decided for one environment: template, answers, what differs there, in that order. */
export type ResolvedSpec = Omit<ServiceRuntime, Decided> & { [Field in Decided]: NonNullable<ServiceRuntime[Field]> };

/** Answers of last resort, below what a template says. */
const FALLBACK = {
  ports: [],
  expose: { to: "nobody" },
  env: {},
  needs: [],
  tier: 3,
  lifecycle: "production",
  dataClass: "internal",
} as const;

/** Resolves a declaration for one environment. The result is what builders and the form's preview read. */
export function resolveSpec(
  service: ServiceDocument,
  template: TemplateDocument,
  environment: string,
): Result<ResolvedSpec, Violation[]> {
  const firstSize = Object.keys(template.spec.sizes)[0] ?? "small";
  const layers = [
    template.spec.defaults?.spec ?? {},
    runtimeOf(service.spec),
    service.spec.environments?.[environment] ?? {},
  ];
  const merged = layers.reduce<unknown>((spec, layer) => mergePatch(spec, layer), { ...FALLBACK, size: firstSize });
  const parsed = runtimeSchema.safeParse(merged, { reportInput: true });
  if (!parsed.success) return err(describeIssues(parsed.error.issues, ["spec"]));
  const spec = parsed.data;
  const {
    ports = [],
    expose = { to: "nobody" as const },
    env = {},
    needs = [],
    tier = 3,
    lifecycle = "production",
    dataClass = "internal",
    size = firstSize,
  } = spec;
  if (!(size in template.spec.sizes)) {
    const sizes = Object.keys(template.spec.sizes).join(", ");
    return err([
      {
        path: "spec.size",
        reason: `${size} is not a size of ${template.metadata.name}`,
        remedy: `Choose one of ${sizes}.`,
        severity: "error",
      },
    ]);
  }
  return ok({ ...spec, ports, expose, env, needs, tier, lifecycle, dataClass, size });
}
