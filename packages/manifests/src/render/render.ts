import {
  err,
  findSize,
  type KubernetesObject,
  ok,
  type Result,
  resolveSpec,
  type Violation,
  type Workload,
} from "@fairlead/domain";
import { applyTemplate } from "../template/apply-template.ts";
import { TRAITS } from "../traits/index.ts";
import { type Contribution, contributions, type PodPart } from "../traits/trait.ts";
import { beforeDeploy } from "./before-deploy.ts";
import type { Build } from "./build.ts";
import { cronJob } from "./cron-job.ts";
import { deployment } from "./deployment.ts";
import { excepted } from "./excepted.ts";
import type { Gap } from "./gap.ts";
import { hardenPods } from "./harden-pods.ts";
import { inOrder } from "./in-order.ts";
import { job } from "./job.ts";
import { namespace } from "./namespace.ts";
import { networkPolicy } from "./network-policy.ts";
import type { RenderInput } from "./render-input.ts";
import { service } from "./service.ts";
import { statefulSet } from "./stateful-set.ts";

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
  const added = contributions(TRAITS, build.value);
  const templated = applyTemplate(build.value, workload(build.value, added));
  const violations = [...added.violations, ...(templated.ok ? [] : templated.error)];
  if (!templated.ok || violations.length > 0) return err(violations);
  return ok({
    guarded: [namespace(build.value, added.lent), ...added.guarded],
    objects: templated.value.map((object) => hardenPods(object, build.value)),
    gaps: [...added.gaps],
  });
}

const WORKLOADS = {
  Deployment: (build, pod) => [deployment(build, pod)],
  StatefulSet: (build, pod) => [statefulSet(build, pod)],
  // One without a schedule is refused by the trait of that name.
  CronJob: (build, pod) => (build.spec.schedule === undefined ? [] : [cronJob(build, pod, build.spec.schedule)]),
  Job: (build, pod) => [job(build, pod)],
  None: () => [],
} satisfies Record<Workload, (build: Build, pod: PodPart) => KubernetesObject[]>;

/** What runs, with what traits add to it. Nothing where the template makes no workload. */
function workload(build: Build, added: Contribution): KubernetesObject[] {
  const { workload: kind } = build.template.spec;
  if (kind === "None") return [];
  const runs = WORKLOADS[kind](build, added.pod);
  const step = beforeDeploy(build, added);
  return inOrder([...runs, ...service(build), networkPolicy(build, added), ...added.objects, ...step]);
}

function prepare(input: RenderInput): Result<Build, Violation[]> {
  const { service, template, environment } = input;
  const resolved = resolveSpec(service, template, environment.metadata.name);
  if (!resolved.ok) return resolved;
  const size = findSize(template, resolved.value.size);
  if (size === undefined) throw new Error("A size that the template does not have was resolved.");
  const [cpuLimit, memoryRequest] = [excepted(input, "cpuLimit"), excepted(input, "memoryRequest")];
  const built = {
    ...size,
    ...(cpuLimit === undefined ? {} : { cpuLimit }),
    ...(memoryRequest === undefined ? {} : { memoryRequest }),
  };
  return ok({ ...input, name: service.metadata.name, spec: resolved.value, size: built });
}
