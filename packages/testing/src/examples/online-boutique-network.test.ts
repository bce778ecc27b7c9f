import { describe, expect, test } from "vitest";
import { admits, type Door, type Peer, policiesIn } from "./network/admits.ts";
import { type RenderedService, renderExample } from "./render-example.ts";

/** Who calls whom, and on which port the callee's process listens: the shop's own facts, not our declarations. */
const LISTENS = {
  frontend: 8080,
  adservice: 9555,
  cartservice: 7070,
  checkoutservice: 5050,
  currencyservice: 7000,
  emailservice: 8080,
  paymentservice: 50051,
  productcatalogservice: 3550,
  recommendationservice: 8080,
  shippingservice: 50051,
  loadgenerator: undefined,
  "redis-cart": 6379,
} as const;
const CALLS: readonly (readonly [string, keyof typeof LISTENS])[] = [
  ["frontend", "productcatalogservice"],
  ["frontend", "currencyservice"],
  ["frontend", "cartservice"],
  ["frontend", "recommendationservice"],
  ["frontend", "shippingservice"],
  ["frontend", "checkoutservice"],
  ["frontend", "adservice"],
  ["checkoutservice", "productcatalogservice"],
  ["checkoutservice", "shippingservice"],
  ["checkoutservice", "paymentservice"],
  ["checkoutservice", "emailservice"],
  ["checkoutservice", "currencyservice"],
  ["checkoutservice", "cartservice"],
  ["recommendationservice", "productcatalogservice"],
  ["loadgenerator", "frontend"],
  ["cartservice", "redis-cart"],
];

const REDIS = { dev: "10.40.0.7", staging: "10.41.0.7", prod: "10.42.0.7" } as const;

/** Every port that somebody listens on, DNS, and some that nobody does. */
const DOORS: Door[] = [
  ...new Set([...Object.values(LISTENS).filter((port) => port !== undefined), 22, 53, 80, 443, 5000, 15000]),
].map((port) => ({ port, protocol: "TCP" }));

function podOf({ name, objects }: RenderedService): Peer {
  const namespace = objects.find(({ kind }) => kind === "Namespace")?.metadata;
  const deployment = objects.find(({ kind }) => kind === "Deployment");
  const spec = Object(deployment?.spec);
  if (namespace === undefined) throw new Error(`${name} has no namespace`);
  // The API server puts the name on every namespace.
  const namespaceLabels = { ...namespace.labels, "kubernetes.io/metadata.name": namespace.name };
  return { name, namespace: namespace.name, labels: spec.template.metadata.labels, namespaceLabels };
}

/** `a → b:port` for all that is admitted from some to others. */
function walk(services: readonly RenderedService[], from: readonly Peer[], to: readonly Peer[]): string[] {
  const policies = policiesIn(services.flatMap(({ objects }) => objects));
  return from.flatMap((caller) =>
    to.flatMap((callee) =>
      DOORS.filter((door) => caller !== callee && admits(policies, caller, callee, door)).map(
        ({ port }) => `${caller.name} → ${callee.name}:${port}`,
      ),
    ),
  );
}

describe.each(["dev", "staging", "prod"] as const)("Online Boutique in %s", (environment) => {
  describe.each(["full", "minimal"] as const)("with the %s profile", (profile) => {
    const services = renderExample("online-boutique", environment, profile).filter(
      ({ cluster }) => cluster === "dev" || cluster === "prod-eu",
    );
    const pods = services.map(podOf);
    const redis: Peer = { name: "redis-cart", address: REDIS[environment] };
    const there = new Set([...pods, redis].map(({ name }) => name));

    test("exactly the calls that the shop makes are admitted, between all of its twelve parts", () => {
      const expected = CALLS.filter(([from, to]) => there.has(from) && there.has(to)).map(
        ([from, to]) => `${from} → ${to}:${LISTENS[to]}`,
      );
      expect(walk(services, pods, [...pods, redis]).sort()).toEqual(expected.sort());
      expect(expected).toHaveLength(environment === "prod" ? CALLS.length - 1 : CALLS.length);
    });

    test("strangers get in nowhere, and nobody gets out to them", () => {
      const callers = Object.fromEntries(pods.map(({ name }) => [`needs.fairlead.dev/${name}`, "true"]));
      const strangers: Peer[] = [
        stranger("forged labels, unmanaged namespace", callers, {}),
        stranger("forged labels, another environment", callers, {
          "fairlead.dev/managed": "true",
          "fairlead.dev/environment": environment === "dev" ? "staging" : "dev",
        }),
        stranger(
          "no label, same environment",
          {},
          {
            "fairlead.dev/managed": "true",
            "fairlead.dev/environment": environment,
          },
        ),
        { name: "the metadata service", address: "169.254.169.254" },
        { name: "a private address", address: "10.99.0.1" },
        { name: "a public address", address: "93.184.216.34" },
      ];
      expect(walk(services, strangers, pods)).toEqual([]);
      expect(walk(services, pods, strangers)).toEqual([]);
    });

    test("every pod may ask for names, and nothing else there", () => {
      const dns = stranger("kube-dns", { "k8s-app": "kube-dns" }, {}, "kube-system");
      const policies = policiesIn(services.flatMap(({ objects }) => objects));
      for (const pod of pods) {
        expect(admits(policies, pod, dns, { port: 53, protocol: "UDP" })).toBe(true);
        expect(admits(policies, pod, dns, { port: 53, protocol: "TCP" })).toBe(true);
        expect(admits(policies, pod, dns, { port: 443, protocol: "TCP" })).toBe(false);
      }
    });

    test("the gateway reaches what is public, where there is one", () => {
      const gateway = stranger("gateway", {}, {}, "gateway-system");
      const ways = walk(services, [gateway], pods);
      expect(ways).toEqual(profile === "full" ? ["gateway → frontend:8080"] : []);
    });
  });
});

function stranger(
  name: string,
  labels: Record<string, string>,
  namespaceLabels: Record<string, string>,
  namespace = "stranger",
): Peer {
  return {
    name,
    namespace,
    labels,
    namespaceLabels: { ...namespaceLabels, "kubernetes.io/metadata.name": namespace },
  };
}
