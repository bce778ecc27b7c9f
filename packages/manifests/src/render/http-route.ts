import type { Gateway, KubernetesObject, Port, Violation } from "@fairlead/domain";
import type { Build } from "./build.ts";
import type { Gap } from "./gap.ts";
import { objectLabels } from "./labels.ts";

const API = "gateway.networking.k8s.io/v1";

interface Route {
  objects: KubernetesObject[];
  gaps: Gap[];
  violations: Violation[];
}

/**
 * The port that the gateway sends the public to: the one named `http`, else the first that speaks HTTP and is not for
 * metrics. `undefined` if it is not public.
 */
export function routedPort({ spec }: Build): Port | undefined {
  if (spec.expose.to !== "public") return undefined;
  const candidates = spec.ports.filter(
    ({ name, protocol }) => protocol === "http" && name !== spec.telemetry?.metrics?.port,
  );
  return candidates.find(({ name }) => name === "http") ?? candidates[0];
}

/** The way in from outside, by the platform's gateway, which also ends TLS. A gap where the cluster has none. */
export function httpRoute(build: Build): Route {
  const { to, hosts = [] } = build.spec.expose;
  if (to !== "public") return { objects: [], gaps: [], violations: [] };
  const port = routedPort(build);
  if (port === undefined) return refused(noHttpPort());
  if (!build.profile.apis.includes(`${API}/HTTPRoute`) || build.profile.gateways.length === 0) {
    return { objects: [], gaps: [noGateway(build, hosts)], violations: [] };
  }
  const strangers = hosts.filter((host) => gatewayFor(build, host) === undefined);
  if (strangers.length > 0) return refused(...strangers.map((host) => strangeHost(build, host)));
  const gateways = new Map(
    hosts
      .flatMap((host) => gatewayFor(build, host) ?? [])
      .map((gateway) => [`${gateway.namespace}/${gateway.name}`, gateway]),
  );
  const route: KubernetesObject = {
    apiVersion: API,
    kind: "HTTPRoute",
    metadata: { name: build.name, namespace: build.destination.namespace, labels: objectLabels(build) },
    spec: {
      parentRefs: [...gateways.values()].map(({ name, namespace }) => ({ name, namespace })),
      hostnames: hosts,
      rules: [{ backendRefs: [{ name: build.name, port: port.servicePort ?? port.port }] }],
    },
  };
  const idle = [...gateways.values()].filter(({ programmed }) => !programmed).map(({ name }) => name);
  return { objects: [route], gaps: idle.map((gateway) => notServed(build, gateway)), violations: [] };
}

function gatewayFor({ profile }: Build, host: string): Gateway | undefined {
  return profile.gateways.find(({ hosts }) =>
    hosts.some(
      (pattern) => pattern === "*" || pattern === host || (pattern.startsWith("*.") && host.endsWith(pattern.slice(1))),
    ),
  );
}

function refused(...violations: Violation[]): Route {
  return { objects: [], gaps: [], violations };
}

function noHttpPort(): Violation {
  return {
    path: "spec.expose.to",
    reason: "is public, but no port speaks HTTP",
    remedy: "Add a port with protocol: http, or expose it to platform.",
    severity: "error",
  };
}

function strangeHost(build: Build, host: string): Violation {
  return {
    path: "spec.expose.hosts",
    reason: `${host} is not a host that the gateway of ${build.destination.cluster} serves`,
    remedy: `Choose one under ${build.profile.gateways.flatMap((gateway) => gateway.hosts).join(", ")}.`,
    severity: "error",
  };
}

function noGateway(build: Build, hosts: readonly string[]): Gap {
  return {
    what: `Route for ${hosts.join(", ")}`,
    because: `${build.destination.cluster} has no gateway`,
    remedy: "Inside the cluster it can be reached; ask the platform team for a gateway.",
  };
}

function notServed(build: Build, gateway: string): Gap {
  return {
    what: `Traffic through ${gateway}`,
    because: `nothing serves the gateway ${gateway} of ${build.destination.cluster} now`,
    remedy: "Ask the platform team; the route is there and takes effect when it is served.",
  };
}
