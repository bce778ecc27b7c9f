import { createHash } from "node:crypto";
import { policyJudge, policyKeeper, SYSTEM_ACTOR } from "@fairlead/application";
import {
  beforeDeployStore,
  connect,
  deliveryStore,
  exceptionLabelStore,
  isMigrated,
  jobQueue,
  jobSignal,
  leases,
  observationStore,
  policySyncStore,
  unitOfWork,
  vettingStore,
} from "@fairlead/db";
import type { ReconcilerEnv } from "@fairlead/env";
import { clusterGateway } from "@fairlead/kubernetes";
import { loadLibrary } from "@fairlead/library";
import type { Logger } from "pino";
import { startHealthServer } from "./health-server.ts";
import { deliverLoop } from "./loops/deliver.ts";
import { keepExceptionsLoop } from "./loops/keep-exceptions.ts";
import { keepPoliciesLoop } from "./loops/keep-policies.ts";
import { probeClustersLoop } from "./loops/probe-clusters.ts";
import { restartForSecretsLoop } from "./loops/restart-for-secrets.ts";
import { vetDeliveredLoop } from "./loops/vet-delivered.ts";
import { watchClustersLoop } from "./loops/watch-clusters.ts";
import { createMetrics } from "./metrics.ts";

export interface Reconciler {
  /** Lets every step that is under way come to its end, then lets go of everything. */
  stop(): Promise<void>;
}

const DELIVERIES_AT_ONCE = 16;

/** Puts the process together and starts its loops. */
export async function startReconciler(env: ReconcilerEnv, log: Logger): Promise<Reconciler> {
  const databaseUrl = env.databaseUrl.reveal();
  const database = connect(databaseUrl);
  const clusters = clusterGateway({ folder: env.credentials });
  const metrics = createMetrics();
  const ending = new AbortController();
  const { signal } = ending;
  const wakers = new Set<() => void>();
  const jobs = jobSignal(databaseUrl, () => {
    for (const wake of wakers) wake();
  });
  const health = await startHealthServer({
    port: env.healthPort,
    registry: metrics.registry,
    ready: async () => {
      const { answers, migrated } = await isMigrated(database);
      return [
        { name: "the database answers", ok: answers },
        { name: "the database is migrated", ok: migrated },
        { name: "not ending", ok: !signal.aborted },
      ];
    },
  });
  const common = { clusters, observations: observationStore(database), leases: leases(database), log, metrics, signal };
  const judge = policyJudge(loadLibrary().policies, digest);
  const policySyncs = policySyncStore(database);
  const loops = [
    deliverLoop({
      ...common,
      deliveries: deliveryStore(database),
      steps: beforeDeployStore(database),
      jobs: jobQueue(database),
      onJob: (wake) => wakers.add(wake),
      concurrency: DELIVERIES_AT_ONCE,
      now: () => new Date(),
    }),
    keepExceptionsLoop({
      ...common,
      labels: exceptionLabelStore(database),
      onDecision: (wake) => wakers.add(wake),
      now: () => new Date(),
    }),
    probeClustersLoop(common),
    watchClustersLoop(common),
    restartForSecretsLoop({
      ...common,
      append: (records) => unitOfWork(database).transact((tx) => tx.audit.append(SYSTEM_ACTOR, records)),
    }),
    keepPoliciesLoop({
      ...common,
      policySyncs,
      keeper: policyKeeper({ clusters, policySyncs, judge, digest, now: () => new Date() }),
      onJob: (wake) => wakers.add(wake),
    }),
    vetDeliveredLoop({ ...common, judge, vettings: vettingStore(database) }),
  ];
  log.info({ healthPort: health.port }, "the reconciler runs");
  return {
    async stop() {
      ending.abort();
      await Promise.all(loops);
      await Promise.all([jobs.close(), clusters.close(), health.close()]);
      await database.close();
    },
  };
}

function digest(text: string): string {
  return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
