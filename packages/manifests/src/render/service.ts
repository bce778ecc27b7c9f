import type { KubernetesObject, Protocol } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { objectLabels, selectorLabels } from "./labels.ts";

// https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
const APPLICATION_PROTOCOL = { http: "http", grpc: "kubernetes.io/h2c", tcp: undefined } as const satisfies Record<
  Protocol,
  string | undefined
>;

/** The address that callers use. None without ports. */
export function service(build: Build): KubernetesObject[] {
  if (build.spec.ports.length === 0) return [];
  const ports = build.spec.ports.map(({ name, port, servicePort, protocol }) => {
    const appProtocol = APPLICATION_PROTOCOL[protocol];
    return {
      name,
      port: servicePort ?? port,
      targetPort: name,
      protocol: "TCP",
      ...(appProtocol === undefined ? {} : { appProtocol }),
    };
  });
  return [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: build.name, namespace: build.destination.namespace, labels: objectLabels(build) },
      spec: { type: "ClusterIP", selector: selectorLabels(build), ports },
    },
  ];
}
