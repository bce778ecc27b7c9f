import { toCelValue } from "@fairlead/cel";
import { groupOf, type KubernetesObject } from "@fairlead/domain";
import { applyApiDefaults } from "../defaults/apply-api-defaults.ts";
import type { Labels } from "../match/matches-labels.ts";
import type { MatchSubject } from "../match/matches-resources.ts";
import { type Discovery, resourceOfKind } from "../match/resource-of-kind.ts";
import type { Outcomes } from "./budget.ts";
import type { VerdictObject } from "./verdict.ts";

/** An object as the API server would show it to policies: the request it comes in, defaults applied. */
export interface Subject {
  readonly identity: VerdictObject;
  readonly match: MatchSubject;
  /** The values that expressions name, made when the first policy looks at the object. */
  scope(): Readonly<Record<string, unknown>>;
  /** Of what policies asked about it so far. */
  readonly outcomes: Outcomes;
}

export interface SubjectSources {
  readonly namespaces: ReadonlyMap<string, KubernetesObject>;
  /** What is there already, by `keyOfObject`; the object is an update of it. */
  readonly existing: ReadonlyMap<string, KubernetesObject>;
  readonly userInfo: { readonly username: string; readonly groups?: readonly string[] };
  readonly discovery: Discovery | undefined;
  readonly deleting: boolean;
  readonly subresource: string;
}

export function toSubject(object: KubernetesObject, sources: SubjectSources): Subject {
  const { resource, namespaced } = resourceOfKind(object.apiVersion, object.kind, sources.discovery);
  const group = groupOf(object.apiVersion);
  const version = object.apiVersion.slice(group === "" ? 0 : group.length + 1);
  const namespace = namespaced ? (object.metadata.namespace ?? "default") : undefined;
  const old = sources.deleting ? object : sources.existing.get(keyOfObject(object));
  const becomes = sources.deleting ? undefined : object;
  const namespaceObject = namespace === undefined ? undefined : sources.namespaces.get(namespace);
  const isNamespace = group === "" && object.kind === "Namespace";
  const match: MatchSubject = {
    group,
    version,
    resource,
    subresource: sources.subresource,
    operation: sources.deleting ? "DELETE" : old === undefined ? "CREATE" : "UPDATE",
    namespaced,
    name: object.metadata.name,
    isNamespace,
    labels: becomes === undefined ? undefined : labelsOf(becomes),
    oldLabels: old === undefined ? undefined : labelsOf(old),
    namespaceLabels: isNamespace ? labelsOf(object) : namespaceLabels(namespace, namespaceObject),
  };
  const identity = { apiVersion: object.apiVersion, kind: object.kind, namespace, name: object.metadata.name };
  let scope: Readonly<Record<string, unknown>> | undefined;
  return {
    identity,
    match,
    outcomes: [],
    scope: () => {
      scope ??= {
        object: becomes === undefined ? null : toCelValue(applyApiDefaults(becomes, namespace)),
        oldObject: old === undefined ? null : toCelValue(applyApiDefaults(old, namespace)),
        namespaceObject: namespace === undefined ? null : toCelValue(namespaceOf(namespace, namespaceObject)),
        request: toCelValue(requestOf(identity, match, sources.userInfo)),
        params: null,
      };
      return scope;
    },
  };
}

export function keyOfObject(object: KubernetesObject): string {
  return `${groupOf(object.apiVersion)}/${object.kind}/${object.metadata.namespace ?? ""}/${object.metadata.name}`;
}

export function labelsOf(object: KubernetesObject): Labels {
  return object.metadata.labels ?? {};
}

/** The API server puts its name on each namespace as a label. */
function namespaceLabels(namespace: string | undefined, object: KubernetesObject | undefined): Labels {
  return { ...object?.metadata.labels, "kubernetes.io/metadata.name": namespace };
}

function namespaceOf(namespace: string, object: KubernetesObject | undefined): KubernetesObject {
  return applyApiDefaults(object ?? { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }, undefined);
}

function requestOf(identity: VerdictObject, match: MatchSubject, userInfo: SubjectSources["userInfo"]): unknown {
  const kind = { group: match.group, version: match.version, kind: identity.kind };
  const resource = { group: match.group, version: match.version, resource: match.resource };
  return {
    uid: "00000000-0000-0000-0000-000000000000",
    kind,
    resource,
    subResource: match.subresource,
    requestKind: kind,
    requestResource: resource,
    requestSubResource: match.subresource,
    name: identity.name,
    // Of a namespace the API server names the namespace itself.
    namespace: identity.namespace ?? (match.isNamespace ? identity.name : ""),
    operation: match.operation,
    userInfo: { username: userInfo.username, uid: "", groups: userInfo.groups ?? [], extra: {} },
    dryRun: false,
  };
}
