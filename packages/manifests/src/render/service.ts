import type { KubernetesObject, Port, Protocol } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { objectLabels, selectorLabels } from "./labels.ts";

// https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol
const APPLICATION_PROTOCOL = { http: "http", grpc: "kubernetes.io/h2c", tcp: undefined } as const satisfies Record<
  Protocol,
  string | undefined
>;

/** The ports that the Service offers. Where nobody may call, what is there for metrics alone is not offered either. */
export function offeredPorts({ spec }: Build): Port[] {
  return spec.ports.filter(({ name }) => spec.expose.to !== "nobody" || name !== spec.telemetry?.metrics?.port);
}

/** The address that callers use. None without ports. */
export function service(build: Build): KubernetesObject[] {
  const offered = offeredPorts(build);
  if (offered.length === 0) return [];
  const ports = offered.map(({ name, port, servicePort, protocol }) => {
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
