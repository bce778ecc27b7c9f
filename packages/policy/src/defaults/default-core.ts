import { defaultClaim } from "./default-claim.ts";
import { defaultBarePodSpec, defaultPodSpec } from "./default-pod-spec.ts";
import { type DefaultsByKind, defaultTemplate, withSpec, withStatus } from "./default-workload.ts";
import { editItems, editMap, editPath, isJson, type Json, withDefaults } from "./json-edit.ts";
import { quantitiesAsText } from "./quantities-as-text.ts";

/** https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/core/v1/defaults.go */
export const CORE_DEFAULTS: DefaultsByKind = {
  "/Pod": (pod) => withStatus(editMap(pod, "spec", defaultBarePodSpec)),
  "/Namespace": defaultNamespace,
  "/Service": defaultService,
  "/LimitRange": (object) => editMap(withSpec(object), "spec", (spec) => editItems(spec, "limits", defaultLimit)),
  "/ResourceQuota": (object) => withStatus(editPath(withSpec(object), ["spec", "hard"], quantitiesAsText)),
  "/Secret": (secret) => withDefaults(secret, { type: "Opaque" }),
  "/PersistentVolumeClaim": (claim) => withStatus(defaultClaim(claim)),
  "/ReplicationController": defaultReplicationController,
  "/PodTemplate": (object) => editPath(object, ["template", "spec"], defaultPodSpec),
};

function defaultReplicationController(object: Json): Json {
  const template = isJson(object.spec) && isJson(object.spec.template) ? object.spec.template : {};
  const labels = isJson(template.metadata) ? template.metadata.labels : undefined;
  const labelled = editMap(object, "metadata", (metadata) => withDefaults(metadata, { labels }));
  return withStatus(
    editMap(defaultTemplate(labelled, ["spec"]), "spec", (spec) =>
      withDefaults(spec, { replicas: 1, selector: labels }),
    ),
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

const LIMIT_LISTS = ["max", "min", "default", "defaultRequest"] as const;

/** A container's limit defaults to the largest allowed, its request to its limit, then to the least allowed. */
function defaultLimit(item: Json): Json {
  const { max, min, ...rest } = LIMIT_LISTS.reduce((value, list) => editMap(value, list, quantitiesAsText), item);
  const bounds = { ...filled("max", mapOf(max)), ...filled("min", mapOf(min)) };
  if (item.type !== "Container") return { ...rest, ...bounds };
  const limit = withDefaults(mapOf(rest.default), mapOf(max));
  const request = withDefaults(withDefaults(mapOf(rest.defaultRequest), limit), mapOf(min));
  return { ...rest, ...bounds, ...filled("default", limit), ...filled("defaultRequest", request) };
}

function filled(name: string, amounts: Json): Json {
  return Object.keys(amounts).length === 0 ? {} : { [name]: amounts };
}

function mapOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

const OUTSIDE: readonly unknown[] = ["NodePort", "LoadBalancer"];
const THREE_HOURS = { clientIP: { timeoutSeconds: 10_800 } };

function defaultService(service: Json): Json {
  return withDefaults(editMap(withSpec(service), "spec", defaultServiceSpec), { status: { loadBalancer: {} } });
}

function defaultServiceSpec({ selector, ...given }: Json): Json {
  // Unlike other selectors, a Service's is a map, which is left out where it is empty.
  const selecting = isJson(selector) && Object.keys(selector).length > 0 ? { ...given, selector } : given;
  const spec = withDefaults(selecting, { type: "ClusterIP", sessionAffinity: "None" });
  const outside = OUTSIDE.includes(spec.type) || (spec.type === "ClusterIP" && Array.isArray(spec.externalIPs));
  const completed = withDefaults(spec, {
    internalTrafficPolicy: spec.type === "ExternalName" ? undefined : "Cluster",
    externalTrafficPolicy: outside ? "Cluster" : undefined,
    allocateLoadBalancerNodePorts: spec.type === "LoadBalancer" ? true : undefined,
    sessionAffinityConfig: spec.sessionAffinity === "ClientIP" ? THREE_HOURS : undefined,
  });
  return editItems(completed, "ports", (port) => {
    const { targetPort } = port;
    return {
      ...withDefaults(port, { protocol: "TCP" }),
      targetPort: targetPort === undefined || targetPort === 0 ? port.port : targetPort,
    };
  });
}
