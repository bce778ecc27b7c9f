import { err, findSize, type KubernetesObject, ok, type Result, resolveSpec, type Violation } from "@fairlead/domain";
import { applyTemplate } from "../template/apply-template.ts";
import { needAddresses } from "./addresses.ts";
import type { Build } from "./build.ts";
import { defaultDeny } from "./default-deny.ts";
import { deployment } from "./deployment.ts";
import type { Gap } from "./gap.ts";
import { hardenPods } from "./harden-pods.ts";
import { horizontalPodAutoscaler } from "./horizontal-pod-autoscaler.ts";
import { httpRoute } from "./http-route.ts";
import { limitRange } from "./limit-range.ts";
import { namespace } from "./namespace.ts";
import { networkPolicy } from "./network-policy.ts";
import { notRenderedYet } from "./not-rendered-yet.ts";
import { podDisruptionBudget } from "./pod-disruption-budget.ts";
import type { RenderInput } from "./render-input.ts";
import { resourceQuota } from "./resource-quota.ts";
import { roleBindings } from "./role-bindings.ts";
import { service } from "./service.ts";
import { serviceAccount } from "./service-account.ts";
import { filesConfigMap } from "./volumes.ts";

/** A declaration as Kubernetes objects for one destination. */
export interface Rendering {
  /** Written by the account *guard* before anything else: the namespace and what protects it. */
  guarded: KubernetesObject[];
  /** Written by the namespace's deployer. */
  objects: KubernetesObject[];
  gaps: Gap[];
}

/**
 * Turns a declaration into the objects for one destination. Pure: equal input, equal output.
 *
 * @returns all violations where the declaration and the destination do not fit
 */
export function render(input: RenderInput): Result<Rendering, Violation[]> {
  const build = prepare(input);
  if (!build.ok) return build;
  const made = build.value.template.spec.workload === "None" ? NOTHING : workload(build.value);
  const templated = applyTemplate(build.value, made.objects);
  const violations = [...made.violations, ...(templated.ok ? [] : templated.error)];
  if (!templated.ok || violations.length > 0) return err(violations);
  return ok({
    guarded: guarded(build.value),
    objects: templated.value.map((object) => hardenPods(object, build.value)),
    gaps: [...made.gaps, ...notRenderedYet(build.value)],
  });
}

function prepare(input: RenderInput): Result<Build, Violation[]> {
  const { service, template, environment } = input;
  const resolved = resolveSpec(service, template, environment.metadata.name);
  if (!resolved.ok) return resolved;
  const size = findSize(template, resolved.value.size);
  if (size === undefined || !RENDERED.has(template.spec.workload)) return err([notRendered(template.spec.workload)]);
  return ok({ ...input, name: service.metadata.name, spec: resolved.value, size });
}

const RENDERED = new Set(["Deployment", "None"]);

function notRendered(kind: string): Violation {
  return {
    path: "spec.template",
    reason: `makes a ${kind}, which this version of Fairlead does not render yet`,
    remedy: "Choose a template that makes a Deployment.",
    severity: "error",
  };
}

interface Made {
  objects: KubernetesObject[];
  gaps: Gap[];
  violations: Violation[];
}

const NOTHING: Made = { objects: [], gaps: [], violations: [] };

function workload(build: Build): Made {
  const network = networkPolicy(build);
  const route = httpRoute(build);
  const objects = [
    serviceAccount(build),
    ...filesConfigMap(build),
    deployment(build),
    ...service(build),
    ...horizontalPodAutoscaler(build),
    ...podDisruptionBudget(build),
    network.object,
    ...route.objects,
  ];
  const gaps = [...needAddresses(build).gaps, ...network.gaps, ...route.gaps];
  return { objects, gaps, violations: route.violations };
}

function guarded(build: Build): KubernetesObject[] {
  return [namespace(build), resourceQuota(build), limitRange(build), defaultDeny(build), ...roleBindings(build)];
}
