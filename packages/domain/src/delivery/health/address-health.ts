import type { KubernetesObject } from "../../kubernetes/object.ts";
import { fieldsOf, HEALTHY, listOf, progressing, type WorkloadHealth } from "./health.ts";

/** How a Service is: one that asks for a load balancer waits for its address. */
export function serviceHealth(service: KubernetesObject): WorkloadHealth {
  return fieldsOf(service.spec).type === "LoadBalancer" ? addressHealth(service) : HEALTHY;
}

/** How an Ingress is: it waits for the address under which it is reached. */
export function addressHealth({ status }: KubernetesObject): WorkloadHealth {
  const { ingress } = fieldsOf(fieldsOf(status).loadBalancer);
  return listOf(ingress).length > 0 ? HEALTHY : progressing("it has no address yet");
}
