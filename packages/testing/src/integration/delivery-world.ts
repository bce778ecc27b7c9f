import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  applyDocuments,
  createRelease,
  type DeliverDeps,
  type Deps,
  deliverRelease,
  policyJudge,
  referenceOnlyResolver,
  SYSTEM_ACTOR,
} from "@fairlead/application";
import {
  beforeDeployStore,
  connect,
  deliveryStore,
  migrate,
  observationStore,
  readers,
  unitOfWork,
} from "@fairlead/db";
import { attachCluster, clusterGateway } from "@fairlead/kubernetes";
import { loadLibrary } from "@fairlead/library";
import { policyNames } from "@fairlead/policy";
import { inject } from "vitest";
import { freshDatabase } from "./fresh-database.ts";

const API = "fairlead.dev/v1alpha1";
const STANDARD = { name: "standard", driver: "kubernetes.io/host-path", isDefault: true, expandable: true };

/** A real database and a real cluster with Fairlead attached to it, under as many names as are asked for. */
export async function startDeliveryWorld({ clusters }: { clusters: readonly string[] }) {
  const databaseUrl = await freshDatabase();
  await migrate(databaseUrl);
  const database = connect(databaseUrl, { maxConnections: 8 });
  const credentials = mkdtempSync(join(tmpdir(), "fairlead-credentials-"));
  const [real] = inject("clusters");
  if (real === undefined) throw new Error("There is no cluster.");
  const library = loadLibrary();
  for (const name of clusters) {
    const credentialsFile = join(credentials, `${name}.json`);
    await attachCluster({
      name,
      kubeconfig: real.kubeconfigPath,
      credentialsFile,
      policyNames: policyNames(library.policies),
      log: () => {},
    });
  }

  const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
  const deps: Deps = {
    transact: unitOfWork(database).transact,
    read: readers(database),
    now: () => new Date(),
    digest,
    judge: policyJudge(library.policies, digest),
    images: referenceOnlyResolver,
    // As the sandbox's clusters are.
    defaultProfile: { ...library.profiles.minimal, storageClasses: [STANDARD] },
    templates: library.templates,
    portalUrl: "http://portal.test",
  };
  /** The newest version of a template that ships, such as `worker@1.0.0`. */
  const templateNamed = (name: string): string => {
    const template = library.templates.find(({ metadata }) => metadata.name === name);
    if (template === undefined) throw new Error(`There is no template ${name}.`);
    return `${name}@${template.metadata.version}`;
  };
  const apply = (documents: readonly unknown[]) =>
    applyDocuments(deps, SYSTEM_ACTOR, { documents: documents.map((value) => ({ value })) });
  // An environment for each cluster, named after it.
  await apply([
    ...clusters.map((name) => ({
      apiVersion: API,
      kind: "Cluster",
      metadata: { name }, // Its policies would judge what other tests write to the same cluster.
      spec: { simulated: true, policies: "observe" },
    })),
    ...clusters.map((name, index) => ({
      apiVersion: API,
      kind: "Environment",
      metadata: { name },
      spec: { order: index, placements: [{ cluster: name }], namespacePattern: "{service}-{environment}" },
    })),
    ...library.templates,
    { apiVersion: API, kind: "Team", metadata: { name: "shop-team" }, spec: { contacts: [] } },
  ]);

  const gateway = clusterGateway({ folder: credentials });
  const delivery: DeliverDeps = {
    clusters: gateway,
    deliveries: deliveryStore(database),
    steps: beforeDeployStore(database),
    observations: observationStore(database),
    now: () => new Date(),
  };
  return {
    database,
    databaseUrl,
    deps,
    /** Where each cluster's credentials lie, as `<cluster>.json`. */
    credentials,
    delivery,
    apply,
    /** Declares a service with two replicas and a port, or changes it. */
    declare: (name: string, spec: Record<string, unknown> = {}) =>
      apply([
        {
          apiVersion: API,
          kind: "Service",
          metadata: { name },
          spec: {
            template: `${templateNamed("web-service")}`,
            owner: "shop-team",
            image: "registry.example.com/shop/web:v1",
            ports: [{ name: "http", port: 8080, servicePort: 80, protocol: "http" }],
            scale: { min: 2, max: 2 },
            environments: Object.fromEntries(clusters.map((cluster) => [cluster, {}])),
            ...spec,
          },
        },
      ]),
    /** Declares a service of any template, with what that template needs. */
    declareAs: (template: string, name: string, spec: Record<string, unknown>) =>
      apply([
        {
          apiVersion: API,
          kind: "Service",
          metadata: { name },
          spec: {
            template: template.includes("@") ? template : templateNamed(template),
            owner: "shop-team",
            image: "registry.example.com/shop/web:v1",
            environments: Object.fromEntries(clusters.map((cluster) => [cluster, {}])),
            ...spec,
          },
        },
      ]),
    /** Asks for a deploy; gives the delivery's id. */
    async deploy(service: string, environment: string, image?: string): Promise<string> {
      const { deliveries } = await createRelease(deps, SYSTEM_ACTOR, {
        service,
        environment,
        ...(image === undefined ? {} : { image }),
      });
      return deliveries[0]?.id ?? "";
    },
    /** Runs a delivery's steps as a worker does, until it has ended. */
    async carryOut(id: string, changed: Partial<DeliverDeps> = {}): Promise<void> {
      for (;;) {
        const next = await deliverRelease({ ...delivery, ...changed }, id);
        if (next.done) return;
        await new Promise((resolve) => setTimeout(resolve, Math.min(next.afterMs, 500)));
      }
    },
    async events(id: string): Promise<string[]> {
      return (await deps.read.delivery.events(id, undefined, 200)).map(({ message }) => message);
    },
    async stop() {
      await gateway.close();
      await database.close();
      rmSync(credentials, { recursive: true, force: true });
    },
  };
}
export type DeliveryWorld = Awaited<ReturnType<typeof startDeliveryWorld>>;
