import type { KubernetesObject, Port } from "@fairlead/domain";

/** What answers under a host name inside the cluster. */
export interface Answering {
  /** The service's name, or the resource's. */
  name: string;
  kind: "service" | "resource";
  ports: readonly Port[];
}

/** Who answers under the names of Services, as callers may write them. */
export interface ServiceNames {
  find(host: string): Answering | undefined;
}

/** `cart`, `cart.shop`, `cart.shop.svc`, `cart.shop.svc.cluster.local` are all the same one. */
export function serviceNames(answering: ReadonlyMap<KubernetesObject, Answering>): ServiceNames {
  const byName = new Map<string, Answering>();
  for (const [{ metadata }, answer] of answering) {
    byName.set(metadata.name, answer);
    byName.set(`${metadata.name}.${metadata.namespace ?? "default"}`, answer);
  }
  return {
    find(host) {
      const [name = "", namespace, svc] = host.split(".");
      if (svc !== undefined && svc !== "svc") return undefined;
      return byName.get(namespace === undefined ? name : `${name}.${namespace}`);
    },
  };
}
