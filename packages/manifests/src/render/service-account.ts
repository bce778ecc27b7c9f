import type { KubernetesObject } from "@fairlead/domain";
import { accountAnnotations } from "../identity/cloud-account.ts";
import type { Build } from "./build.ts";
import { objectLabels } from "./labels.ts";

/** The workload's own identity, with no token mounted, and no rights unless the declaration asks for some. */
export function serviceAccount(build: Build): KubernetesObject {
  const annotations = accountAnnotations(build);
  return {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: {
      name: build.name,
      namespace: build.destination.namespace,
      labels: objectLabels(build),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    automountServiceAccountToken: false,
  };
}
