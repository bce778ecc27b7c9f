import type { ServiceRuntime } from "@fairlead/domain";
import { fieldsOf } from "@fairlead/manifests";
import { type Adoptee, containerPath, type Reader } from "./adopted.ts";
import { readDeployStep } from "./deploy-step.ts";
import { readCommand } from "./read-command.ts";
import { readScale } from "./read-scale.ts";

const FIRST_FREE_USER = 10_000;
const ROLE_ANNOTATIONS = [
  "eks.amazonaws.com/role-arn",
  "iam.gke.io/gcp-service-account",
  "azure.workload.identity/client-id",
];

const CONCURRENCY: Readonly<Record<string, "forbid" | "replace" | "allow">> = {
  Allow: "allow",
  Forbid: "forbid",
  Replace: "replace",
};

const readUser: Reader = (adoptee) => {
  const { workload, ledger } = adoptee;
  const places = [
    [
      `${containerPath(adoptee)}.securityContext.runAsUser`,
      fieldsOf(workload.containers[0]?.securityContext).runAsUser,
    ],
    [`${workload.templatePath}.spec.securityContext.runAsUser`, fieldsOf(workload.pod.securityContext).runAsUser],
  ] as const;
  const found = places.find(([, user]) => typeof user === "number");
  if (found === undefined) return {};
  const [path, user] = found;
  if (Number(user) < FIRST_FREE_USER) {
    const words = `User ${user} may belong to the host: it runs as 65532. Where the image needs its own, ask for an exception.`;
    ledger.say(workload.object, path, "changed", words);
    return {};
  }
  ledger.say(workload.object, path, "understood", "It is spec.runAsUser.");
  return { runAsUser: Number(user) };
};

const readSchedule: Reader = ({ workload, ledger }) => {
  const { object, kind } = workload;
  if (kind !== "CronJob") return {};
  const { schedule, timeZone, concurrencyPolicy, jobTemplate } = fieldsOf(object.spec);
  const { activeDeadlineSeconds } = fieldsOf(fieldsOf(jobTemplate).spec);
  for (const path of ["schedule", "timeZone", "concurrencyPolicy", "jobTemplate.spec.activeDeadlineSeconds"]) {
    ledger.say(object, `spec.${path}`, "understood", "It is spec.schedule.");
  }
  ledger.say(object, "spec", "changed", "Histories, retries and start deadlines are the same for every job.");
  const concurrency = CONCURRENCY[String(concurrencyPolicy ?? "Allow")];
  return {
    schedule: {
      cron: String(schedule),
      ...(timeZone === undefined ? {} : { timeZone: String(timeZone) }),
      ...(activeDeadlineSeconds === undefined ? {} : { deadline: `${activeDeadlineSeconds}s` }),
      ...(concurrency === undefined ? {} : { concurrency }),
    },
  };
};

const readIdentity: Reader = ({ workload, all, ledger }) => {
  const account = all.find(
    ({ kind, metadata }) =>
      kind === "ServiceAccount" &&
      metadata.name === workload.pod.serviceAccountName &&
      metadata.namespace === workload.object.metadata.namespace,
  );
  const { annotations = {} } = account?.metadata ?? {};
  const key = ROLE_ANNOTATIONS.find((each) => annotations[each] !== undefined);
  if (account === undefined || key === undefined) return {};
  ledger.say(account, `metadata.annotations.${key}`, "understood", "It is spec.identity.cloud.role.");
  return { identity: { cloud: { role: annotations[key] ?? "" } } };
};

const READERS: readonly Reader[] = [readCommand, readUser, readScale, readSchedule, readIdentity, readDeployStep];

/** What a workload says by itself, without asking who calls whom. */
export function readRuntime(adoptee: Adoptee): Partial<ServiceRuntime> {
  return Object.assign({}, ...READERS.map((read) => read(adoptee)));
}
