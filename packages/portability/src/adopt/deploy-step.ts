import type { KubernetesObject } from "@fairlead/domain";
import { fieldsOf, itemsOf } from "@fairlead/manifests";
import { type Workload, workloadOf } from "../workload/workload-of.ts";
import { type Adoptee, containerPath, type Reader } from "./adopted.ts";
import { sayIdentity } from "./say-baseline.ts";

/** Annotations by which a Job runs before a deploy, and what they then say. */
const HOOKS: readonly (readonly [annotation: string, before: RegExp])[] = [
  ["helm.sh/hook", /\bpre-(install|upgrade)\b/],
  ["argocd.argoproj.io/hook", /\bPreSync\b/],
];

/** The Job that is run before each deploy of a workload: a hook with the workload's own image. */
export function deployStepOf(workload: Workload, all: readonly KubernetesObject[]): Workload | undefined {
  if (workload.kind !== "Deployment" && workload.kind !== "StatefulSet") return undefined;
  return all.flatMap((object) => workloadOf(object) ?? []).find((job) => isStepOf(workload, job));
}

function isStepOf(workload: Workload, job: Workload): boolean {
  const { annotations = {}, namespace } = job.object.metadata;
  return (
    job.kind === "Job" &&
    namespace === workload.object.metadata.namespace &&
    HOOKS.some(([annotation, before]) => before.test(annotations[annotation] ?? "")) &&
    job.containers.length === 1 &&
    repositoryOf(job) !== "" &&
    repositoryOf(job) === repositoryOf(workload) &&
    itemsOf(job.containers[0]?.command).length > 0
  );
}

/** What runs once for a release, before anything else of it. */
export const readDeployStep: Reader = ({ workload, all, ledger }) => {
  const job = deployStepOf(workload, all);
  if (job === undefined) return {};
  const { object, templatePath } = job;
  const [container = {}] = job.containers;
  const step: Adoptee = { name: workload.object.metadata.name, workload: job, all, ledger };
  for (const field of ["command", "args"]) {
    ledger.say(object, `${containerPath(step)}.${field}`, "understood", "It is spec.beforeDeploy.command.");
  }
  const { activeDeadlineSeconds } = fieldsOf(object.spec);
  ledger.say(object, "spec.activeDeadlineSeconds", "understood", "It is spec.beforeDeploy.within.");
  for (const [annotation] of HOOKS) {
    ledger.say(object, `metadata.annotations.${annotation}`, "understood", "It is spec.beforeDeploy.");
  }
  sayIdentity(step, object);
  ledger.say(object, `${templatePath}.spec.containers.0`, "changed", `It runs with what ${step.name} has.`);
  ledger.say(
    object,
    "spec",
    "changed",
    "It runs once for a release, and what failed half-way is not run again by itself.",
  );
  const command = [...itemsOf(container.command), ...itemsOf(container.args)].map(String);
  return {
    beforeDeploy: { command, ...(activeDeadlineSeconds === undefined ? {} : { within: `${activeDeadlineSeconds}s` }) },
  };
};

/** An image without tag and digest. */
function repositoryOf({ containers }: Workload): string {
  return String(containers[0]?.image ?? "")
    .replace(/@.*$/, "")
    .replace(/:[^/:]*$/, "");
}
