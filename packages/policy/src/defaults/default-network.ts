import { type DefaultsByKind, withSpec, withStatus } from "./default-workload.ts";
import { editItems, editMap, type Json, withDefaults } from "./json-edit.ts";

/** https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/networking/v1/defaults.go, and what its types add. */
export const NETWORK_DEFAULTS: DefaultsByKind = {
  "networking.k8s.io/NetworkPolicy": (object) => editMap(withSpec(object), "spec", defaultNetworkPolicySpec),
  "networking.k8s.io/Ingress": (object) => withDefaults(withSpec(object), { status: { loadBalancer: {} } }),
  "policy/PodDisruptionBudget": (object) => withStatus(withSpec(object)),
};

function defaultNetworkPolicySpec(spec: Json): Json {
  const types = spec.egress === undefined ? ["Ingress"] : ["Ingress", "Egress"];
  return ["ingress", "egress"].reduce(
    (value, direction) =>
      editItems(value, direction, (rule) =>
        editItems(rule, "ports", (port) => withDefaults(port, { protocol: "TCP" })),
      ),
    withDefaults(spec, { policyTypes: types, podSelector: {} }),
  );
}
