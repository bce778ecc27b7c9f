import type { KubernetesObject, Violation } from "@fairlead/domain";
import type { Build } from "./build.ts";
import type { Gap } from "./gap.ts";
import { objectLabels } from "./labels.ts";
import type { Gateway } from "./render-input.ts";

const API = "gateway.networking.k8s.io/v1";

/** The way in from outside, by the platform's gateway, which also ends TLS. A gap where the cluster has none. */
export function httpRoute(build: Build): { objects: KubernetesObject[]; gaps: Gap[]; violations: Violation[] } {
  const nothing = { objects: [], gaps: [], violations: [] };
  const { to, hosts = [] } = build.spec.expose;
  const port = build.spec.ports.find(({ protocol }) => protocol === "http");
  if (to !== "public" || port === undefined) return nothing;
  if (!build.profile.apis.includes(`${API}/HTTPRoute`) || build.profile.gateways.length === 0) {
    return {
      ...nothing,
      gaps: [
        {
          what: `Route for ${hosts.join(", ")}`,
          because: `${build.destination.cluster} has no gateway`,
          remedy: "Inside the cluster it can be reached; ask the platform team for a gateway.",
        },
      ],
    };
  }
  const violations = hosts
    .filter((host) => gatewayFor(build, host) === undefined)
    .map(
      (host): Violation => ({
        path: "spec.expose.hosts",
        reason: `${host} is not a host that the gateway of ${build.destination.cluster} serves`,
        remedy: `Choose one under ${build.profile.gateways.flatMap((gateway) => gateway.hosts).join(", ")}.`,
        severity: "error",
      }),
    );
  const gateways = new Map(
    hosts.flatMap((host) => gatewayFor(build, host) ?? []).map((gateway) => [gateway.name, gateway]),
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
  return { objects: violations.length === 0 ? [route] : [], gaps: [], violations };
}

function gatewayFor({ profile }: Build, host: string): Gateway | undefined {
  return profile.gateways.find(({ hosts }) =>
    hosts.some((pattern) => pattern === host || (pattern.startsWith("*.") && host.endsWith(pattern.slice(1)))),
  );
}
