import type { KubernetesObject, ServiceRuntime } from "@fairlead/domain";
import { fieldsOf, itemsOf } from "@fairlead/manifests";
import type { Adoptee } from "./adopted.ts";
import { sayIdentity } from "./say-baseline.ts";
import { servicesOf } from "./services-of.ts";

const GATEWAY = "TLS and paths are the platform's gateway's: it leads a host to one service.";

/** Who reaches it: the public where an Ingress or HTTPRoute leads to it, the platform where it has a Service. */
export function readExposure(adoptee: Adoptee): Pick<ServiceRuntime, "expose"> {
  const services = servicesOf(adoptee.workload, adoptee.all).map(({ metadata }) => metadata.name);
  if (services.length === 0) return { expose: { to: "nobody" } };
  const hosts = adoptee.all.flatMap((object) => {
    const found = hostsOf(object, services);
    if (found.length > 0) sayRoute(adoptee, object);
    return found;
  });
  return { expose: hosts.length === 0 ? { to: "platform" } : { to: "public", hosts: [...new Set(hosts)] } };
}

/** The hosts under which a route leads to one of the Services. */
function hostsOf({ kind, spec }: KubernetesObject, services: readonly string[]): string[] {
  const { rules, hostnames } = fieldsOf(spec);
  const all = itemsOf(rules).map(fieldsOf);
  const leads = (name: unknown) => services.includes(String(name));
  if (kind === "Ingress") {
    return all
      .filter(({ http }) =>
        itemsOf(fieldsOf(http).paths).some((path) => {
          const { service } = fieldsOf(fieldsOf(path).backend);
          return leads(fieldsOf(service).name);
        }),
      )
      .flatMap(({ host }) => (typeof host === "string" ? [host] : []));
  }
  if (kind !== "HTTPRoute") return [];
  const isOurs = all.some(({ backendRefs }) => itemsOf(backendRefs).some((backend) => leads(fieldsOf(backend).name)));
  return isOurs ? itemsOf(hostnames).map(String) : [];
}

function sayRoute({ ledger }: Adoptee, route: KubernetesObject): void {
  sayIdentity({ ledger }, route);
  ledger.say(route, "spec.hostnames", "understood", "They are spec.expose.hosts.");
  for (const [index, rule] of itemsOf(fieldsOf(route.spec).rules).map(fieldsOf).entries()) {
    if (rule.host !== undefined)
      ledger.say(route, `spec.rules.${index}.host`, "understood", "It is spec.expose.hosts.");
  }
  ledger.say(route, "spec", "changed", GATEWAY);
  ledger.say(route, "metadata.annotations", "left", "Settings of one controller: the platform's gateway has its own.");
}
