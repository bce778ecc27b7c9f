import type { KubernetesObject, Port, Protocol } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "@fairlead/manifests";
import { type Adoptee, containerPath, type Reader } from "./adopted.ts";
import { servicesOf } from "./services-of.ts";

/** The ports that the process listens on, as callers reach them through a Service. */
export const readPorts: Reader = (adoptee) => {
  const { workload, ledger } = adoptee;
  const services = servicesOf(workload, adoptee.all);
  const offered = services.flatMap((service) =>
    itemsOf(fieldsOf(service.spec).ports).map((port, index) => ({ service, index, port: fieldsOf(port) })),
  );
  const own = itemsOf(workload.containers[0]?.ports).map(fieldsOf);
  const ports: Port[] = [];
  const path = `${containerPath(adoptee)}.ports`;
  for (const [index, port] of own.entries()) {
    if (port.protocol === "UDP" || port.protocol === "SCTP") {
      const words = `${port.protocol} is not offered by Fairlead: keep this part where it is.`;
      ledger.say(workload.object, `${path}.${index}`, "left", words);
      continue;
    }
    const number = Number(port.containerPort);
    const service = offered.find(({ port: each }) => meansPort(each, port));
    const protocol = protocolOf(adoptee, port, service?.port);
    const name = portNameOf(port, protocol, ports);
    const servicePort = service === undefined ? number : Number(service.port.port);
    ports.push({ name, port: number, ...(servicePort === number ? {} : { servicePort }), protocol });
    ledger.say(workload.object, `${path}.${index}`, "understood", `It is the port ${name}.`);
  }
  for (const { service, index, port } of offered) {
    const isTaken = own.some((each) => meansPort(port, each));
    if (isTaken) ledger.say(service, `spec.ports.${index}`, "understood", "It is that port's servicePort.");
  }
  for (const service of services) sayService(adoptee, service);
  return { ports };
};

/** Whether a Service's port leads to a container's. */
function meansPort({ targetPort, port }: Fields, container: Fields): boolean {
  const target = targetPort ?? port;
  return target === container.containerPort || (target === container.name && target !== undefined);
}

function protocolOf({ workload }: Adoptee, port: Fields, service: Fields | undefined): Protocol {
  const [container = {}] = workload.containers;
  const probes = ["readinessProbe", "livenessProbe", "startupProbe"].map((field) => fieldsOf(container[field]));
  const isAsked = (handler: string) =>
    probes.some((probe) => {
      const asked = fieldsOf(probe[handler]).port;
      return asked !== undefined && (asked === port.containerPort || asked === port.name);
    });
  const hints = [port.name, service?.name, service?.appProtocol].map(String).join(" ");
  if (isAsked("grpc") || /grpc|h2c/.test(hints)) return "grpc";
  return isAsked("httpGet") || /\bhttp/.test(hints) ? "http" : "tcp";
}

/** Its own name where it has one; else that of its protocol. */
function portNameOf({ name, containerPort }: Fields, protocol: Protocol, others: readonly Port[]): string {
  const wanted = typeof name === "string" && name !== "" ? name : protocol;
  return others.some((other) => other.name === wanted) ? `${protocol}-${containerPort}` : wanted;
}

function sayService({ ledger, name }: Adoptee, service: KubernetesObject): void {
  const { type } = fieldsOf(service.spec);
  const outside = type === "LoadBalancer" || type === "NodePort";
  ledger.say(service, "spec.selector", "changed", "Pods are found by app.kubernetes.io/name and instance.");
  ledger.say(
    service,
    "spec.type",
    outside ? "left" : "understood",
    outside
      ? `The public reaches services by the platform's gateway: give ${name} a host under spec.expose.hosts.`
      : "A Service of Fairlead's is a ClusterIP.",
  );
  if (service.metadata.name === name) return;
  const words = `It answers under ${name} from then on. Change callers that are not adopted with it.`;
  ledger.say(service, "metadata.name", "changed", words);
}
