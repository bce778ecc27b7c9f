import { groupOf } from "@fairlead/domain";

/** How the API server addresses objects of a kind. */
export interface ApiResource {
  /** The plural in the address, such as `networkpolicies`. */
  readonly resource: string;
  readonly namespaced: boolean;
}

/** What a cluster's discovery says, by `group/Kind` (`/Pod` for the core group). */
export type Discovery = ReadonlyMap<string, ApiResource>;

// Kinds of Kubernetes itself and of add-ons that are not in a namespace.
const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  "APIService",
  "CSIDriver",
  "CSINode",
  "CertificateSigningRequest",
  "ClusterIssuer",
  "ClusterPolicy",
  "ClusterRole",
  "ClusterRoleBinding",
  "ClusterSecretStore",
  "ComponentStatus",
  "CustomResourceDefinition",
  "FlowSchema",
  "GatewayClass",
  "IngressClass",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "PersistentVolume",
  "PriorityClass",
  "PriorityLevelConfiguration",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
  "VolumeAttachment",
  "VolumeSnapshotClass",
]);

// Where the usual rule of English gives another word.
const IRREGULAR: Readonly<Record<string, string>> = { Endpoints: "endpoints", Gateway: "gateways" };

/** The resource of a kind: from discovery where there is one, else by the convention that all known kinds follow. */
export function resourceOfKind(apiVersion: string, kind: string, discovery?: Discovery): ApiResource {
  const known = discovery?.get(`${groupOf(apiVersion)}/${kind}`);
  if (known !== undefined) return known;
  return { resource: IRREGULAR[kind] ?? pluralOf(kind.toLowerCase()), namespaced: !CLUSTER_SCOPED.has(kind) };
}

/** Whether objects of a kind lie in namespaces; undefined where only a cluster's discovery would tell. */
export function knownScope(apiVersion: string, kind: string, discovery?: Discovery): boolean | undefined {
  const known = discovery?.get(`${groupOf(apiVersion)}/${kind}`);
  if (known !== undefined) return known.namespaced;
  // Groups of add-ons are named by a domain.
  return groupOf(apiVersion).includes(".") ? undefined : !CLUSTER_SCOPED.has(kind);
}

function pluralOf(word: string): string {
  if (word.endsWith("y") && !/[aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`;
  return `${word}s`;
}
