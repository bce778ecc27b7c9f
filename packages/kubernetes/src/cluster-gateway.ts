import { join } from "node:path";
import {
  ClusterError,
  type ClusterGateway,
  type ClusterPort,
  WATCHED_KINDS,
  type WatchedKind,
} from "@fairlead/application";
import { readCredentials } from "./credentials/credentials-file.ts";
import { type Accounts, accountsOf } from "./delivery/accounts.ts";
import { applyObjects } from "./delivery/apply-objects.ts";
import { observeNamespace } from "./delivery/observe-namespace.ts";
import { openDelivery } from "./delivery/open-delivery.ts";
import { pruneObjects } from "./delivery/prune-objects.ts";
import { probeCluster } from "./probe-cluster.ts";
import { watchKind } from "./watch/watch-kind.ts";

/** Pods and their ReplicaSets carry the service's label, endpoints copy their Service's. */
const WATCHED = {
  Pod: "/api/v1/pods",
  Deployment: "/apis/apps/v1/deployments",
  ReplicaSet: "/apis/apps/v1/replicasets",
  EndpointSlice: "/apis/discovery.k8s.io/v1/endpointslices",
} as const satisfies Record<WatchedKind, string>;
const MANAGED = "fairlead.dev/service";

/**
 * The attached clusters, by the credentials that attachment left in a folder. A cluster's file is read again when its
 * token is refused, so that renewed credentials take effect without a restart.
 */
export function clusterGateway({
  credentialsFolder,
}: {
  credentialsFolder: string;
}): ClusterGateway & { close(): Promise<void> } {
  const open = new Map<string, { accounts: Accounts; port: ClusterPort }>();
  return {
    async cluster(name) {
      const known = open.get(name);
      if (known !== undefined) return known.port;
      const accounts = accountsOf(name, readCredentials(join(credentialsFolder, `${name}.json`), name));
      const forget = async () => {
        if (open.get(name)?.accounts !== accounts) return;
        open.delete(name);
        await accounts.close();
      };
      const port = forgetting(clusterPort(accounts), forget);
      open.set(name, { accounts, port });
      return port;
    },
    async close() {
      await Promise.all([...open.values()].map(({ accounts }) => accounts.close()));
      open.clear();
    },
  };
}

function clusterPort(accounts: Accounts): ClusterPort {
  return {
    openDelivery: (input) => openDelivery(accounts, input),
    apply: (input) => applyObjects(accounts, input),
    prune: (input) => pruneObjects(accounts, input),
    observe: (input) => observeNamespace(accounts, input),
    async watch({ onEvent, onSynced, signal }) {
      await Promise.all(
        WATCHED_KINDS.map((kind) =>
          watchKind({
            session: accounts.reader,
            path: WATCHED[kind],
            labelSelector: MANAGED,
            onSeen: (object) => onEvent({ type: "seen", object }),
            onGone: (object) => onEvent({ type: "gone", object }),
            onSynced: (uids) => onSynced(kind, uids),
            signal,
          }),
        ),
      );
    },
    probe: () => probeCluster(accounts.reader),
  };
}

/** Credentials that were refused, or an address where nobody answers, may have been renewed in the file meanwhile. */
function forgetting(port: ClusterPort, forget: () => Promise<void>): ClusterPort {
  const guarded =
    <Input, Output>(call: (input: Input) => Promise<Output>) =>
    async (input: Input): Promise<Output> => {
      try {
        return await call(input);
      } catch (error) {
        if (error instanceof ClusterError && (error.failure === "unauthorized" || error.failure === "away"))
          await forget();
        throw error;
      }
    };
  return {
    openDelivery: guarded((input) => port.openDelivery(input)),
    apply: guarded((input) => port.apply(input)),
    prune: guarded((input) => port.prune(input)),
    observe: guarded((input) => port.observe(input)),
    watch: guarded((input) => port.watch(input)),
    probe: () => guarded(() => port.probe())(undefined),
  };
}
