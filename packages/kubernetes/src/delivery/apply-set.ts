import { createHash } from "node:crypto";
import type { KubernetesObject } from "@fairlead/domain";
import { APPLYSET_ID_LABEL, APPLYSET_PARENT } from "./labels.ts";

/** The id of a namespace's ApplySet, whose parent is a ConfigMap (KEP-3659, keys as kubectl ships them). */
export function applySetId(namespace: string): string {
  const hash = createHash("sha256").update(`${APPLYSET_PARENT}.${namespace}.ConfigMap.`).digest("base64url");
  return `applyset-${hash}-v1`;
}

/**
 * The parent, by which kubectl and others recognise what belongs together. It says whose it is as its members do: the
 * policies in the cluster ask it too.
 */
export function applySetParent(
  namespace: string,
  kinds: readonly string[],
  members: readonly KubernetesObject[],
): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: {
      name: APPLYSET_PARENT,
      namespace,
      labels: {
        ...ownLabels(members),
        [APPLYSET_ID_LABEL]: applySetId(namespace),
        "app.kubernetes.io/managed-by": "fairlead",
      },
      annotations: {
        "applyset.kubernetes.io/tooling": "fairlead/v0.1.0",
        "applyset.kubernetes.io/contains-group-kinds": kinds.map((kind) => kind.replace(/\.$/, "")).join(","),
      },
    },
  };
}

/**
 * The service's own instance, where members are of several: a step before a deploy is an instance of its own, and is
 * written together with the account that it shares with the service.
 */
function ownLabels(members: readonly KubernetesObject[]): Record<string, string> {
  const shared = sharedLabels(members);
  const { "app.kubernetes.io/name": name } = shared;
  return name === undefined ? shared : { ...shared, "app.kubernetes.io/instance": name };
}

/** What all members carry: whose they are and what they belong to. */
function sharedLabels([first, ...others]: readonly KubernetesObject[]): Record<string, string> {
  const labels = Object.entries(first?.metadata.labels ?? {});
  return Object.fromEntries(
    labels.filter(([key, value]) => others.every(({ metadata }) => metadata.labels?.[key] === value)),
  );
}
