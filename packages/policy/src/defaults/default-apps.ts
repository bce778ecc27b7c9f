import { defaultClaim } from "./default-claim.ts";
import { type DefaultsByKind, defaultTemplate, withStatus } from "./default-workload.ts";
import { editItems, editMap, type Json, withDefaults } from "./json-edit.ts";

/** https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/apps/v1/defaults.go */
export const APPS_DEFAULTS: DefaultsByKind = {
  "apps/Deployment": (object) => workload(object, defaultDeploymentSpec),
  "apps/ReplicaSet": (object) => workload(object, (spec) => withDefaults(spec, { replicas: 1 })),
  "apps/StatefulSet": (object) => workload(object, defaultStatefulSetSpec),
  "apps/DaemonSet": (object) => workload(object, defaultDaemonSetSpec),
};

function workload(object: Json, edit: (spec: Json) => Json): Json {
  return withStatus(editMap(defaultTemplate(object, ["spec"]), "spec", edit));
}

/** How pods are replaced; what is rolled out in steps says how large they are, a StatefulSet only if nobody said how. */
function rolling(spec: Json, field: "strategy" | "updateStrategy", step: Json, always = true): Json {
  return editMap(withDefaults(spec, { [field]: {} }), field, (given) => {
    const strategy = withDefaults(given, { type: "RollingUpdate" });
    if (strategy.type !== "RollingUpdate") return strategy;
    const steps = always || given.type === undefined ? {} : undefined;
    return editMap(withDefaults(strategy, { rollingUpdate: steps }), "rollingUpdate", (update) =>
      withDefaults(update, step),
    );
  });
}

function defaultDeploymentSpec(spec: Json): Json {
  const filled = withDefaults(spec, { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600 });
  return rolling(filled, "strategy", { maxUnavailable: "25%", maxSurge: "25%" });
}

const KEPT = { whenDeleted: "Retain", whenScaled: "Retain" };

function defaultStatefulSetSpec(spec: Json): Json {
  const filled = withDefaults(spec, {
    replicas: 1,
    serviceName: "",
    podManagementPolicy: "OrderedReady",
    revisionHistoryLimit: 10,
    persistentVolumeClaimRetentionPolicy: KEPT,
  });
  const kept = editMap(filled, "persistentVolumeClaimRetentionPolicy", (policy) => withDefaults(policy, KEPT));
  // What a claim is said to be is not asked: the API server writes it anew.
  const claimed = editItems(kept, "volumeClaimTemplates", (claim) => ({
    ...withDefaults(defaultClaim(claim), { metadata: {}, status: { phase: "Pending" } }),
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
  }));
  return rolling(claimed, "updateStrategy", { partition: 0 }, false);
}

function defaultDaemonSetSpec(spec: Json): Json {
  return rolling(withDefaults(spec, { revisionHistoryLimit: 10 }), "updateStrategy", {
    maxUnavailable: 1,
    maxSurge: 0,
  });
}
