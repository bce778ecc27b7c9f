import { defaultBarePodSpec, defaultPodSpec } from "./default-pod-spec.ts";
import { editItems, editMap, editPath, isJson, type Json, withDefaults } from "./json-edit.ts";
import { quantitiesAsText } from "./quantities-as-text.ts";

const RBAC = "rbac.authorization.k8s.io";

/** What the API server adds to the kinds that Fairlead renders, by `group/Kind`. */
export const DEFAULTS_BY_KIND: Readonly<Record<string, (object: Json) => Json>> = {
  "/Pod": (pod) => withStatus(editMap(pod, "spec", defaultBarePodSpec)),
  "/Namespace": defaultNamespace,
  "/Service": defaultService,
  "/LimitRange": (object) => editMap(object, "spec", (spec) => editItems(spec, "limits", defaultLimit)),
  "/ResourceQuota": (object) => withStatus(editPath(object, ["spec", "hard"], quantitiesAsText)),
  "/Secret": (secret) => withDefaults(secret, { type: "Opaque" }),
  "/PersistentVolumeClaim": defaultClaim,
  "/ReplicationController": (object) =>
    withStatus(editMap(defaultTemplate(object, ["spec"]), "spec", (spec) => withDefaults(spec, { replicas: 1 }))),
  "/PodTemplate": (object) => editPath(object, ["template", "spec"], defaultPodSpec),
  "apps/Deployment": defaultDeployment,
  "apps/ReplicaSet": (object) =>
    withStatus(editMap(defaultTemplate(object, ["spec"]), "spec", (spec) => withDefaults(spec, { replicas: 1 }))),
  "apps/StatefulSet": defaultStatefulSet,
  "apps/DaemonSet": defaultDaemonSet,
  "batch/Job": (job) => withStatus(editMap(defaultTemplate(job, ["spec"]), "spec", defaultJobSpec)),
  "batch/CronJob": defaultCronJob,
  "autoscaling/HorizontalPodAutoscaler": (object) =>
    withStatus(editMap(object, "spec", (spec) => withDefaults(spec, { minReplicas: 1 }))),
  "networking.k8s.io/NetworkPolicy": defaultNetworkPolicy,
  [`${RBAC}/RoleBinding`]: defaultRoleBinding,
  [`${RBAC}/ClusterRoleBinding`]: defaultRoleBinding,
};

function withStatus(object: Json): Json {
  return withDefaults(object, { status: {} });
}

function defaultTemplate(object: Json, path: readonly string[]): Json {
  return editPath(object, [...path, "template"], (template) =>
    editMap(withDefaults(template, { metadata: {} }), "spec", defaultPodSpec),
  );
}

function defaultNamespace(namespace: Json): Json {
  const name = isJson(namespace.metadata) ? namespace.metadata.name : undefined;
  const labelled = editMap(namespace, "metadata", (metadata) => ({
    ...metadata,
    labels: { ...(isJson(metadata.labels) ? metadata.labels : {}), "kubernetes.io/metadata.name": name },
  }));
  return withDefaults(labelled, { spec: { finalizers: ["kubernetes"] }, status: { phase: "Active" } });
}

function defaultClaim(claim: Json): Json {
  return withStatus(
    editMap(claim, "spec", (spec) =>
      editPath(withDefaults(spec, { volumeMode: "Filesystem" }), ["resources", "requests"], quantitiesAsText),
    ),
  );
}

const LIMIT_LISTS = ["max", "min", "default", "defaultRequest"] as const;

/** A container's limit defaults to the largest allowed, its request to its limit, then to the least allowed. */
function defaultLimit(item: Json): Json {
  const { max, min, ...rest } = LIMIT_LISTS.reduce((value, list) => editMap(value, list, quantitiesAsText), item);
  const bounds = { ...(max === undefined ? {} : { max }), ...(min === undefined ? {} : { min }) };
  if (item.type !== "Container") return { ...rest, ...bounds };
  const limit = withDefaults(mapOf(rest.default), mapOf(max));
  return {
    ...rest,
    ...bounds,
    default: limit,
    defaultRequest: withDefaults(withDefaults(mapOf(rest.defaultRequest), limit), mapOf(min)),
  };
}

function mapOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

function defaultService(service: Json): Json {
  return withDefaults(
    editMap(service, "spec", (spec) =>
      editItems(
        withDefaults(spec, { type: "ClusterIP", sessionAffinity: "None", internalTrafficPolicy: "Cluster" }),
        "ports",
        (port) => withDefaults(port, { protocol: "TCP", targetPort: port.port }),
      ),
    ),
    { status: { loadBalancer: {} } },
  );
}

function defaultDeployment(deployment: Json): Json {
  const rolling = { type: "RollingUpdate", rollingUpdate: { maxUnavailable: "25%", maxSurge: "25%" } };
  return withStatus(
    editMap(defaultTemplate(deployment, ["spec"]), "spec", (spec) =>
      editMap(
        withDefaults(spec, { replicas: 1, strategy: rolling, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 }),
        "strategy",
        (strategy) =>
          strategy.type === "Recreate"
            ? strategy
            : editMap(withDefaults(strategy, rolling), "rollingUpdate", (update) =>
                withDefaults(update, rolling.rollingUpdate),
              ),
      ),
    ),
  );
}

function defaultStatefulSet(object: Json): Json {
  return withStatus(
    editMap(defaultTemplate(object, ["spec"]), "spec", (spec) =>
      withDefaults(spec, {
        replicas: 1,
        podManagementPolicy: "OrderedReady",
        updateStrategy: { type: "RollingUpdate", rollingUpdate: { partition: 0 } },
        revisionHistoryLimit: 10,
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
      }),
    ),
  );
}

function defaultDaemonSet(object: Json): Json {
  return withStatus(
    editMap(defaultTemplate(object, ["spec"]), "spec", (spec) =>
      withDefaults(spec, {
        updateStrategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
        revisionHistoryLimit: 10,
      }),
    ),
  );
}

function defaultJobSpec(spec: Json): Json {
  return withDefaults(spec, {
    completions: 1,
    parallelism: 1,
    backoffLimit: 6,
    completionMode: "NonIndexed",
    suspend: false,
  });
}

function defaultCronJob(object: Json): Json {
  return withStatus(
    editMap(defaultTemplate(object, ["spec", "jobTemplate", "spec"]), "spec", (spec) =>
      withDefaults(
        editMap(spec, "jobTemplate", (template) => withDefaults(template, { metadata: {} })),
        {
          concurrencyPolicy: "Allow",
          suspend: false,
          successfulJobsHistoryLimit: 3,
          failedJobsHistoryLimit: 1,
        },
      ),
    ),
  );
}

function defaultNetworkPolicy(object: Json): Json {
  return editMap(object, "spec", (spec) => {
    const types = spec.egress === undefined ? ["Ingress"] : ["Ingress", "Egress"];
    return ["ingress", "egress"].reduce(
      (value, direction) =>
        editItems(value, direction, (rule) =>
          editItems(rule, "ports", (port) => withDefaults(port, { protocol: "TCP" })),
        ),
      withDefaults(spec, { policyTypes: types }),
    );
  });
}

function defaultRoleBinding(object: Json): Json {
  const withRole = editMap(object, "roleRef", (role) => withDefaults(role, { apiGroup: RBAC }));
  return editItems(withRole, "subjects", (subject) =>
    // A service account's group is the core group, whose name is empty and therefore not written.
    subject.kind === "ServiceAccount" ? subject : withDefaults(subject, { apiGroup: RBAC }),
  );
}
