import type { KubernetesObject } from "@fairlead/domain";

const IMAGES = "us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo";
const NAMESPACE = "boutique";

/** One row of the facts about Online Boutique. */
export interface Fact {
  name: string;
  port: number | undefined;
  servicePort: number | undefined;
  protocol: string;
  /** Request and limit, as Kubernetes writes them. */
  cpu: readonly [string, string];
  memory: readonly [string, string];
  env: Record<string, string>;
}

/** Reads the table of ../shared/data/online-boutique.md. */
export function readFacts(text: string): Fact[] {
  return text
    .split("\n")
    .filter((line) => /^\| [a-z-]+ \|/.test(line) && !line.startsWith("| service |"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, name = "", ports = "", protocol = "", cpu = "", memory = "", env = "", calls = ""]): Fact => {
      const [, port, servicePort = port] = /^(\d+)(?: \((\d+)\))?$/.exec(ports) ?? [];
      return {
        name,
        port: port === undefined ? undefined : Number(port),
        servicePort: servicePort === undefined ? undefined : Number(servicePort),
        protocol,
        cpu: range(cpu, "m"),
        memory: range(memory, "Mi"),
        env: { ...variables(env), ...addresses(calls) },
      };
    });
}

/** `64/128Mi` and `100m/200m`. */
function range(text: string, unit: string): [string, string] {
  const [request = "", limit = ""] = text.split("/");
  return [/\d$/.test(request) ? `${request}${unit}` : request, limit];
}

function variables(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([A-Z_]+)=(\S+)/g)].map(([, key = "", value = ""]) => [key, value]));
}

/** The ports of callees that the table names without one. */
const PORTS: Readonly<Record<string, number>> = {
  productcatalogservice: 3550,
  shippingservice: 50051,
  paymentservice: 50051,
  currencyservice: 7000,
  cartservice: 7070,
};
const VARIABLES: Readonly<Record<string, string>> = {
  productcatalogservice: "PRODUCT_CATALOG_SERVICE_ADDR",
  currencyservice: "CURRENCY_SERVICE_ADDR",
  cartservice: "CART_SERVICE_ADDR",
  recommendationservice: "RECOMMENDATION_SERVICE_ADDR",
  shippingservice: "SHIPPING_SERVICE_ADDR",
  checkoutservice: "CHECKOUT_SERVICE_ADDR",
  adservice: "AD_SERVICE_ADDR",
  shoppingassistantservice: "SHOPPING_ASSISTANT_SERVICE_ADDR",
  paymentservice: "PAYMENT_SERVICE_ADDR",
  emailservice: "EMAIL_SERVICE_ADDR",
};

function addresses(calls: string): Record<string, string> {
  return Object.fromEntries(
    [...calls.matchAll(/([a-z]+service)(?::(\d+))?/g)].flatMap(([, callee = "", port]) => {
      const variable = VARIABLES[callee];
      return variable === undefined ? [] : [[variable, `${callee}:${port ?? PORTS[callee]}`]];
    }),
  );
}

/** The shop as plain manifests, the way their makers' facts describe it. */
export function boutiqueManifests(facts: readonly Fact[]): KubernetesObject[] {
  return facts.flatMap((fact) => [deployment(fact), account(fact), ...service(fact)]);
}

function account({ name }: Fact): KubernetesObject {
  return { apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace: NAMESPACE } };
}

function service({ name, port, servicePort }: Fact): KubernetesObject[] {
  if (port === undefined) return [];
  const ports = [{ name: "main", port: servicePort, targetPort: port }];
  return [
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name, namespace: NAMESPACE, labels: { app: name } },
      spec: { type: "ClusterIP", selector: { app: name }, ports },
    },
  ];
}

function deployment(fact: Fact): KubernetesObject {
  const { name, port, cpu, memory, env } = fact;
  const image = name === "redis-cart" ? "redis:alpine" : `${IMAGES}/${name}:v0.10.6`;
  const container = {
    name: "server",
    image,
    ...(port === undefined ? {} : { ports: [{ containerPort: port }], ...probes(fact, port) }),
    env: Object.entries(env).map(([key, value]) => ({ name: key, value })),
    resources: { requests: { cpu: cpu[0], memory: memory[0] }, limits: { cpu: cpu[1], memory: memory[1] } },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      privileged: false,
      readOnlyRootFilesystem: true,
    },
  };
  const waiting = { name: "frontend-check", image: "busybox:latest", command: ["sh", "-c", "wait"] };
  const spec = {
    serviceAccountName: name,
    terminationGracePeriodSeconds: 5,
    securityContext: { fsGroup: 1000, runAsGroup: 1000, runAsNonRoot: true, runAsUser: 1000 },
    ...(name === "loadgenerator" ? { initContainers: [waiting], restartPolicy: "Always" } : {}),
    containers: [container],
  };
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace: NAMESPACE, labels: { app: name } },
    spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec } },
  };
}

function probes({ protocol }: Fact, port: number): Record<string, unknown> {
  if (protocol.startsWith("grpc")) {
    const delay = /after (\d+) s/.exec(protocol)?.[1];
    const probe = { grpc: { port }, ...(delay === undefined ? {} : { initialDelaySeconds: Number(delay) }) };
    return { readinessProbe: probe, livenessProbe: { ...probe, periodSeconds: 10 } };
  }
  if (!protocol.startsWith("http"))
    return { readinessProbe: { tcpSocket: { port } }, livenessProbe: { tcpSocket: { port } } };
  const asked = (cookie: string) => ({
    httpGet: { path: "/_healthz", port, httpHeaders: [{ name: "Cookie", value: `shop_session-id=${cookie}` }] },
  });
  return {
    readinessProbe: { initialDelaySeconds: 10, ...asked("x-readiness-probe") },
    livenessProbe: { initialDelaySeconds: 10, ...asked("x-liveness-probe") },
  };
}
