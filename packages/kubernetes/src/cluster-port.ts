import { type ClusterPort, WATCHED_KINDS, type WatchedKind } from "@fairlead/application";
import type { Accounts } from "./delivery/accounts.ts";
import { applyObjects } from "./delivery/apply-objects.ts";
import { exceptionLabels, labelExceptions } from "./delivery/exception-labels.ts";
import { SERVICE_LABEL } from "./delivery/labels.ts";
import { observeNamespace } from "./delivery/observe-namespace.ts";
import { openDelivery } from "./delivery/open-delivery.ts";
import { pruneObjects } from "./delivery/prune-objects.ts";
import { narrowQuota } from "./delivery/quota.ts";
import { changedSecrets, restartForSecrets } from "./delivery/restart-for-secrets.ts";
import { discoverProfile, readVersion } from "./discovery/discover-profile.ts";
import { watchKind } from "./watch/watch-kind.ts";

/** Pods and their ReplicaSets carry the service's label, endpoints copy their Service's. */
const PATHS = {
  Pod: "/api/v1/pods",
  Deployment: "/apis/apps/v1/deployments",
  ReplicaSet: "/apis/apps/v1/replicasets",
  StatefulSet: "/apis/apps/v1/statefulsets",
  CronJob: "/apis/batch/v1/cronjobs",
  Job: "/apis/batch/v1/jobs",
  EndpointSlice: "/apis/discovery.k8s.io/v1/endpointslices",
} as const satisfies Record<WatchedKind, string>;

/** What the application asks of a cluster, each by the account that may. */
export function clusterPort(accounts: Accounts): ClusterPort {
  return {
    openDelivery: (input) => openDelivery(accounts, input),
    narrowQuota: (input) => narrowQuota(accounts, input),
    labelExceptions: (input) => labelExceptions(accounts.guard, input),
    exceptionLabels: () => exceptionLabels(accounts.reader),
    apply: (input) => applyObjects(accounts, input),
    prune: (input) => pruneObjects(accounts, input),
    observe: (input) => observeNamespace(accounts, input),
    async watch({ onEvent, onSynced, signal }) {
      // When one ends, the others end with it: whoever watches begins anew with all.
      const stop = new AbortController();
      const ended = AbortSignal.any([signal, stop.signal]);
      const watches = WATCHED_KINDS.map((kind) =>
        watchKind({
          session: accounts.reader,
          path: PATHS[kind],
          labelSelector: SERVICE_LABEL,
          onSeen: (object) => onEvent({ type: "seen", object }),
          onGone: (object) => onEvent({ type: "gone", object }),
          onSynced: (uids) => onSynced(kind, uids),
          signal: ended,
        }),
      );
      try {
        await Promise.race(watches);
      } finally {
        stop.abort();
        await Promise.allSettled(watches);
      }
    },
    changedSecrets: () => changedSecrets(accounts),
    restartForSecrets: (input) => restartForSecrets(accounts, input),
    version: () => readVersion(accounts.reader),
    discover: (options) => discoverProfile(accounts.reader, options),
  };
}
