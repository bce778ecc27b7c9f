import type { KubernetesObject } from "@fairlead/domain";
import {
  type ClusterPolicies,
  type ComparedObject,
  comparePolicies,
  policyContent,
  replacePolicy,
} from "@fairlead/policy";
import { ClusterError } from "../cluster/cluster-error.ts";
import { type ClusterPoliciesPort, POLICY_MANAGER } from "./cluster-policies-port.ts";
import { policyEvents } from "./policy-events.ts";
import { policyStandings } from "./policy-standings.ts";
import type { PolicyStanding } from "./policy-state.ts";
import type { PolicyCluster, PolicySync } from "./policy-sync-store.ts";

/** Requests at once: the server compiles each policy as it takes it. */
const AT_ONCE = 8;

export interface KeepInput {
  cluster: PolicyCluster;
  port: ClusterPoliciesPort;
  wanted: ClusterPolicies;
  /** What was known of the cluster before. */
  before: readonly PolicyStanding[];
  digest(text: string): string;
  now(): Date;
}

/**
 * Looks at a cluster's policies once, and writes what differs. Where nothing does, it costs two lists and no write.
 *
 * @throws ClusterError where the cluster does not answer; what was written until then stays
 */
export async function keepPolicies({ cluster, port, wanted, before, digest, now }: KeepInput): Promise<PolicySync> {
  const started = now().getTime();
  const { wanted: compared, unwanted } = comparePolicies(wanted.objects, await port.list(), {
    manager: POLICY_MANAGER,
    digest,
  });
  const mends = cluster.mode === "manage" && port.mayWrite;
  const due = compared.filter(({ standing }) => standing.is !== "in step");
  const refusals = mends ? await write(port, due, unwanted) : new Map<KubernetesObject, string>();
  const standings = policyStandings({ compared, leftOut: wanted.leftOut, refusals, mends });
  return {
    mode: cluster.mode,
    standings,
    events: policyEvents({ compared, unwanted, refusals, before, mends }),
    writes: mends ? due.length + unwanted.length - refusals.size : 0,
    durationMs: now().getTime() - started,
  };
}

/** Bindings follow their policies, and go before them: one without the other would hold nothing, or hold too much. */
async function write(
  port: ClusterPoliciesPort,
  due: readonly ComparedObject[],
  unwanted: readonly KubernetesObject[],
): Promise<Map<KubernetesObject, string>> {
  const refusals = new Map<KubernetesObject, string>();
  const attempt = async (object: KubernetesObject, work: (object: KubernetesObject) => Promise<void>) => {
    try {
      await work(object);
    } catch (error) {
      const isRefusal = error instanceof ClusterError && (error.failure === "invalid" || error.failure === "forbidden");
      if (!isRefusal) throw error;
      refusals.set(object, error.message);
    }
  };
  const isBinding = ({ kind }: KubernetesObject) => kind === "ValidatingAdmissionPolicyBinding";
  const put = ({ object, found }: ComparedObject) =>
    attempt(object, async () => {
      const there = found ?? (await port.create(object));
      // Under its name may have been one without the mark.
      if (policyContent(there) !== policyContent(object)) await port.replace(replacePolicy(object, there));
    });
  const remove = (object: KubernetesObject) => attempt(object, port.remove);
  const [bindings, policies] = [
    due.filter(({ object }) => isBinding(object)),
    due.filter(({ object }) => !isBinding(object)),
  ];
  await inTurns(policies, put);
  await inTurns(bindings, put);
  await inTurns(unwanted.filter(isBinding), remove);
  await inTurns(
    unwanted.filter((object) => !isBinding(object)),
    remove,
  );
  return refusals;
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
}
