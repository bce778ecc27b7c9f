import type { KubernetesObject } from "@fairlead/domain";
import { fieldsOf, itemsOf } from "@fairlead/manifests";
import { type Adoptee, containerPath } from "./adopted.ts";

const LABELS = "Fairlead's labels say what it is and whose, under app.kubernetes.io and fairlead.dev.";
const HARDENED = "Every container runs restricted: no root, no privileges, a read-only file system.";
const SPREAD = "Replicas keep apart over hosts and zones by themselves.";
const ROLLOUT = "A rollout takes nothing away before its replacement serves.";
const PULL = "By digest an image is fetched once; a tag is asked for each time.";

/** Parts of a pod that the baseline sets in its own way. */
const POD: readonly (readonly [path: string, words: string])[] = [
  ["affinity", SPREAD],
  ["topologySpreadConstraints", SPREAD],
  ["securityContext", HARDENED],
  ["serviceAccountName", "Each service has an account of its own, without rights."],
  ["serviceAccount", "Each service has an account of its own, without rights."],
  ["automountServiceAccountToken", "No key to the cluster's API unless spec.identity asks for one."],
  ["terminationGracePeriodSeconds", "45 seconds from the end being asked for to the end."],
  ["priorityClassName", "The class follows the tier."],
  ["restartPolicy", "It follows from the kind of workload."],
  ["dnsPolicy", "Complete names are used."],
  ["enableServiceLinks", "No variables from the names of other services."],
];
const CONTAINER: readonly (readonly [path: string, words: string])[] = [
  ["name", "The container is called like the service."],
  ["securityContext", HARDENED],
  ["imagePullPolicy", PULL],
  ["lifecycle.preStop", "Five seconds to be taken out of routing before the process is asked to end."],
  ["terminationMessagePath", "Kubernetes' own default."],
  ["terminationMessagePolicy", "Kubernetes' own default."],
];

/** Says of a workload what Fairlead sets by itself, and what it has no place for. */
export function sayBaseline(adoptee: Adoptee): void {
  const { workload, ledger, name } = adoptee;
  const { object, templatePath } = workload;
  const container = containerPath(adoptee);
  sayIdentity(adoptee, object);
  ledger.say(object, "spec.selector", "changed", LABELS);
  ledger.say(object, "spec.strategy", "changed", ROLLOUT);
  ledger.say(object, "spec.minReadySeconds", "changed", ROLLOUT);
  ledger.say(object, "spec.revisionHistoryLimit", "changed", "Five earlier states are kept.");
  ledger.say(object, "spec.progressDeadlineSeconds", "changed", "A rollout is called failed after ten minutes.");
  ledger.say(object, `${templatePath}.metadata.labels`, "changed", LABELS);
  for (const [path, words] of POD) ledger.say(object, `${templatePath}.spec.${path}`, "changed", words);
  for (const [path, words] of CONTAINER) ledger.say(object, `${container}.${path}`, "changed", words);
  for (const [index] of workload.containers.entries()) {
    if (index === 0) continue;
    const words = `${name} is its first container; a second one beside it has no place in a declaration.`;
    ledger.say(object, `${templatePath}.spec.containers.${index}`, "left", words);
  }
  if (itemsOf(workload.pod.initContainers).length > 0) {
    const words =
      "What runs before it starts: services start in any order here, so waiting is left out; work belongs into spec.beforeDeploy.";
    ledger.say(object, `${templatePath}.spec.initContainers`, "left", words);
  }
}

/** Of any object that becomes a part of a service. */
export function sayIdentity({ ledger }: Pick<Adoptee, "ledger">, object: KubernetesObject): void {
  for (const path of ["apiVersion", "kind", "metadata.name"]) {
    ledger.say(object, path, "understood", "What it is.");
  }
  ledger.say(object, "metadata.namespace", "changed", "A namespace is a service in an environment.");
  ledger.say(object, "metadata.labels", "changed", LABELS);
  for (const path of [
    "uid",
    "resourceVersion",
    "generation",
    "creationTimestamp",
    "managedFields",
    "ownerReferences",
  ]) {
    ledger.say(object, `metadata.${path}`, "changed", "The cluster's own book-keeping.");
  }
  ledger.say(object, "status", "changed", "The cluster's own book-keeping.");
}

/** Kinds around a workload of which Fairlead makes its own. */
const MADE_ANEW: Readonly<Record<string, string>> = {
  LimitRange: "Each namespace has bounds of its own.",
  Namespace: "A namespace is a service in an environment, with quota, bounds and a closed network.",
  NetworkPolicy: "Network rules follow from spec.needs and spec.expose: nothing talks unless it is declared.",
  PodDisruptionBudget: "From two replicas on, upkeep takes one at a time.",
  ResourceQuota: "The quota follows from size and replicas.",
  ServiceAccount: "Each service has an account of its own, without rights.",
};

/** Says of what stands around workloads that Fairlead makes its own, or that it has no place for it. */
export function sayAround(ledger: Adoptee["ledger"], object: KubernetesObject): void {
  const words = MADE_ANEW[object.kind];
  if (words === undefined) {
    sayIdentity({ ledger }, object);
    ledger.say(object, "", "left", withoutPlace(object));
  } else ledger.say(object, "", "changed", words);
}

function withoutPlace({ kind, data, stringData }: KubernetesObject): string {
  if (kind === "ConfigMap") return "No workload among the manifests uses it.";
  if (kind === "Secret") {
    const keys = Object.keys({ ...fieldsOf(data), ...fieldsOf(stringData) }).join(", ");
    return `Values stay out of declarations: put ${keys || "them"} into the secret store.`;
  }
  return `A declaration has no place for a ${kind}: keep it where it is, or ask for it in a template.`;
}
