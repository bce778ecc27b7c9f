import type { EnvironmentDocument, KubernetesObject } from "@fairlead/domain";
import type { Lent } from "../traits/trait.ts";
import type { Build } from "./build.ts";
import { objectLabels, ownershipAnnotations } from "./labels.ts";

/**
 * The namespace is a service in an environment. Pod Security *restricted* is enforced in it.
 *
 * @param lent what of the platform's own it may use
 */
export function namespace(build: Build, lent: Lent): KubernetesObject {
  return {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name: build.destination.namespace,
      labels: {
        ...objectLabels(build),
        ...ruleLabels(build.environment),
        ...lent.labels,
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/audit": "restricted",
        "pod-security.kubernetes.io/warn": "restricted",
      },
      annotations: { ...ownershipAnnotations(build), ...lent.annotations },
    },
  };
}

/** The rules of an environment where policies read them: on the namespace. */
export function ruleLabels({ spec }: EnvironmentDocument): Record<string, string> {
  const { production, requireDigest, minReplicas } = spec;
  return {
    "fairlead.dev/managed": "true",
    ...(production ? { "fairlead.dev/production": "true" } : {}),
    ...(requireDigest ? { "fairlead.dev/require-digest": "true" } : {}),
    ...(minReplicas === undefined ? {} : { "fairlead.dev/min-replicas": String(minReplicas) }),
  };
}
