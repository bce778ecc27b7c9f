import type { Violation } from "@fairlead/domain";
import { cloudAccount, roleViolations } from "../identity/cloud-account.ts";
import type { Build } from "../render/build.ts";
import type { Rule } from "../render/egress.ts";
import type { Gap } from "../render/gap.ts";
import { objectLabels } from "../render/labels.ts";
import { fixedRoleBinding } from "../render/role-bindings.ts";
import type { Contribution, PodPart, Trait } from "./trait.ts";

/** Where clients of every language look. */
const TOKEN_PLACE = "/var/run/secrets/kubernetes.io/serviceaccount";
/** The shortest that policies allow to be exceeded by nobody; the kubelet renews it long before. */
const TOKEN_SECONDS = 3600;

/** Rights that a service asks for: to read its own namespace, to take on a role of the cloud. Otherwise it has none. */
export const identity: Trait = (build) => {
  const reads = build.spec.identity?.clusterApi === "read-own-namespace" ? clusterApi(build) : {};
  const role = build.spec.identity?.cloud?.role;
  if (role === undefined) return reads;
  const violations: Violation[] = roleViolations(build, role);
  if (violations.length > 0) return { violations };
  const { podLabels, egress, gaps } = cloudAccount(build, role);
  const labels = podLabels === undefined ? {} : { labels: podLabels };
  return {
    ...reads,
    pod: { ...reads.pod, ...labels },
    egress: [...(reads.egress ?? []), ...egress],
    gaps: [...(reads.gaps ?? []), ...gaps],
  };
};

function clusterApi(build: Build): Partial<Contribution> {
  const { name, destination } = build;
  const account = { kind: "ServiceAccount" as const, name, namespace: destination.namespace };
  return {
    guarded: [fixedRoleBinding(build, "fairlead-workload-read", [account])],
    pod: tokenPart(),
    ...wayToApi(build),
  };
}

/** The token that a pod would get by itself, but asked for, and with an hour to live. */
function tokenPart(): PodPart {
  const sources = [
    { serviceAccountToken: { path: "token", expirationSeconds: TOKEN_SECONDS } },
    { configMap: { name: "kube-root-ca.crt", items: [{ key: "ca.crt", path: "ca.crt" }] } },
    {
      downwardAPI: { items: [{ path: "namespace", fieldRef: { apiVersion: "v1", fieldPath: "metadata.namespace" } }] },
    },
  ];
  return {
    volumes: [{ name: "cluster-api", projected: { defaultMode: 0o440, sources } }],
    mounts: [{ name: "cluster-api", mountPath: TOKEN_PLACE, readOnly: true }],
  };
}

/**
 * A rule sees the API server's own addresses, not the one of its Service. Cilium knows it as an entity of its own, which
 * no address matches: https://docs.cilium.io/en/stable/security/policy/language/#entities-based
 */
function wayToApi(build: Build): Pick<Partial<Contribution>, "egress" | "gaps" | "objects"> {
  const { profile, destination, name } = build;
  if (profile.fqdnRules === "cilium") {
    const policy = {
      apiVersion: "cilium.io/v2",
      kind: "CiliumNetworkPolicy",
      metadata: { name: `${name}-cluster-api`, namespace: destination.namespace, labels: objectLabels(build) },
      spec: {
        endpointSelector: { matchLabels: { "app.kubernetes.io/instance": name } },
        egress: [{ toEntities: ["kube-apiserver"] }],
      },
    };
    return { objects: [policy] };
  }
  const { apiServer } = profile;
  if (apiServer === undefined) {
    const gap: Gap = {
      what: "Way to the cluster's API",
      because: `the profile of ${destination.cluster} does not say where it is`,
      remedy: "Ask the platform team to set it; until then the service may ask, but its calls are blocked.",
    };
    return { gaps: [gap] };
  }
  const to = apiServer.addresses.map((address) => ({
    ipBlock: { cidr: `${address}/${address.includes(":") ? 128 : 32}` },
  }));
  const way: Rule = { to, ports: [{ port: apiServer.port, protocol: "TCP" }] };
  return { egress: [way] };
}
