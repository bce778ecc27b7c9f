import type { KubernetesObject, Port, Protocol } from "@fairlead/domain";
import { type Build, isLongRunning } from "./build.ts";
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

/** The Service by which replicas with names of their own find one another. */
export function peersName(service: string): string {
  return `${service}-peers`;
}

/** The address that callers use, and the one of each replica where replicas have names. None for what ends by itself. */
export function service(build: Build): KubernetesObject[] {
  if (!isLongRunning(build)) return [];
  return [
    ...addressForCallers(build),
    ...(build.template.spec.workload === "StatefulSet" ? [addressOfEach(build)] : []),
  ];
}

function addressForCallers(build: Build): KubernetesObject[] {
  const ports = servicePorts(offeredPorts(build));
  if (ports.length === 0) return [];
  const spec = { type: "ClusterIP", selector: selectorLabels(build), ports };
  return [{ apiVersion: "v1", kind: "Service", metadata: metadata(build, build.name), spec }];
}

/**
 * Without an address of its own, so that a look-up gives those of the pods, `checkout-0.checkout-peers`; before they
 * are ready too, since some become so only together.
 * https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
 */
function addressOfEach(build: Build): KubernetesObject {
  const ports = servicePorts(build.spec.ports);
  const spec = {
    type: "ClusterIP",
    clusterIP: "None",
    publishNotReadyAddresses: true,
    selector: selectorLabels(build),
    ...(ports.length === 0 ? {} : { ports }),
  };
  return { apiVersion: "v1", kind: "Service", metadata: metadata(build, peersName(build.name)), spec };
}

function metadata(build: Build, name: string): KubernetesObject["metadata"] {
  return { name, namespace: build.destination.namespace, labels: objectLabels(build) };
}

function servicePorts(ports: readonly Port[]): Record<string, unknown>[] {
  return ports.map(({ name, port, servicePort, protocol }) => {
    const appProtocol = APPLICATION_PROTOCOL[protocol];
    return {
      name,
      port: servicePort ?? port,
      targetPort: name,
      protocol: "TCP",
      ...(appProtocol === undefined ? {} : { appProtocol }),
    };
  });
}
