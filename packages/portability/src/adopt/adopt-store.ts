import { API_VERSION, type KubernetesObject, type Port, type ResourceDocument } from "@fairlead/domain";
import type { Adoptee, AdoptOptions } from "./adopted.ts";
import { sayIdentity } from "./say-baseline.ts";
import { servicesOf } from "./services-of.ts";

/**
 * A store that runs in the cluster today becomes a resource with its address: it goes on running as it is, and what
 * calls it declares so.
 */
export function adoptStore(
  adoptee: Adoptee,
  store: { type: string; ports: readonly Port[] },
  { owner, environments }: AdoptOptions,
): ResourceDocument {
  const { name, workload, all, ledger } = adoptee;
  const services = servicesOf(workload, all);
  for (const object of [workload.object, ...services]) {
    sayIdentity({ ledger }, object);
    ledger.say(object, "", "left", storeWords(name));
  }
  const [port] = store.ports;
  const address = { host: hostOf(services[0] ?? workload.object), port: port?.servicePort ?? port?.port ?? 0 };
  return {
    apiVersion: API_VERSION,
    kind: "Resource",
    metadata: { name },
    spec: {
      owner,
      type: store.type,
      ...(port === undefined
        ? {}
        : { environments: Object.fromEntries(environments.map((environment) => [environment, address])) }),
    },
  };
}

function storeWords(name: string): string {
  return `Data stores stay off the platform: ${name} goes on as it is, and is a resource with an owner. Name the addresses of its pods under cidrs, so that the way there is open.`;
}

function hostOf({ metadata }: KubernetesObject): string {
  return `${metadata.name}.${metadata.namespace ?? "default"}.svc.cluster.local`;
}
