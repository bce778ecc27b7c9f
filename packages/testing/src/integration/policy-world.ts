import { createHash } from "node:crypto";
import { type ClusterPoliciesGateway, type PolicyCluster, policyJudge, policyKeeper } from "@fairlead/application";
import { policySyncStore } from "@fairlead/db";
import type { KubernetesObject } from "@fairlead/domain";
import { clusterGateway } from "@fairlead/kubernetes";
import { loadLibrary } from "@fairlead/library";
import { namesInCluster } from "@fairlead/policy";
import { inject } from "vitest";
import { connectToCluster } from "../../../policy/testing/cluster-client.ts";
import { alone } from "./alone.ts";
import { startDeliveryWorld } from "./delivery-world.ts";

const ROOT = "/apis/admissionregistration.k8s.io/v1";
/** Namespaces in which the policies of this test hold. */
const HERE = "tests.fairlead.dev/policies";
const DEV: PolicyCluster = {
  name: "dev",
  credentials: "dev",
  clusterDomain: "cluster.local",
  mode: "manage",
  kubernetesMinor: 36,
};

/** A cluster whose policies are kept in step, and ways to be somebody else in it. */
export async function startPolicyWorld() {
  const letGo = await alone("policies");
  const world = await startDeliveryWorld({ clusters: ["dev"] });
  const [real] = inject("clusters");
  const admin = connectToCluster(real?.kubeconfigPath ?? "");
  const gateway = clusterGateway({ folder: world.credentials });
  const digest = (text: string) => createHash("sha256").update(text).digest("hex");
  const judge = policyJudge(loadLibrary().policies, digest);
  const policySyncs = policySyncStore(world.database);
  const keeperOf = (policies: typeof judge.policies) =>
    policyKeeper({ clusters: onlyHere(gateway), policySyncs, judge: { policies }, digest, now: () => new Date() });
  const keeper = keeperOf(judge.policies);
  const made: string[] = [];
  return {
    ...world,
    admin,
    judge,
    /** How many objects all policies are: each, and a binding under each of its names. */
    objects: judge.policies.length + judge.policies.flatMap(namesInCluster).length,
    policySyncs,
    keeper,
    /** What a Fairlead with other policies would keep. */
    keeperOf,
    /** Looks once; as the Fairlead of now, where no other is given. */
    keep: (changed: Partial<PolicyCluster> = {}, by = keeper) => by.keep({ ...DEV, ...changed }),
    policyPath: (name: string) => `${ROOT}/validatingadmissionpolicies/${name}`,
    bindingPath: (name: string) => `${ROOT}/validatingadmissionpolicybindings/${name}`,
    /** A namespace as guard makes one, but for Pod Security, which would refuse pods before a policy is asked. */
    async namespace(name: string, { managed = true }: { managed?: boolean } = {}): Promise<void> {
      const labels = { [HERE]: "true", ...(managed ? { "fairlead.dev/managed": "true" } : {}) };
      const { status, message } = await admin("POST", "/api/v1/namespaces", { metadata: { name, labels } });
      if (status !== 201) throw new Error(message);
      made.push(name);
      for (const account of ["default", "checkout"]) {
        await admin("POST", `/api/v1/namespaces/${name}/serviceaccounts`, { metadata: { name: account } });
      }
    },
    async stop() {
      const port = await gateway.policies(DEV);
      const bindingsFirst = (await port.list()).sort((a, b) => (a.kind < b.kind ? 1 : -1));
      for (const object of bindingsFirst) await port.remove(object);
      for (const name of made) await admin("DELETE", `/api/v1/namespaces/${name}`);
      await gateway.close();
      await world.stop();
      await letGo();
    },
  };
}
export type PolicyWorld = Awaited<ReturnType<typeof startPolicyWorld>>;

/** Binds to namespaces with the test's mark only, so that the other tests in the cluster notice nothing. */
function onlyHere(gateway: ClusterPoliciesGateway): ClusterPoliciesGateway {
  return {
    async policies(reference) {
      const port = await gateway.policies(reference);
      return {
        ...port,
        list: async () => (await port.list()).map((object) => changeSelector(object, without)),
        create: async (object) => changeSelector(await port.create(changeSelector(object, withMark)), without),
        replace: (object) => port.replace(changeSelector(object, withMark)),
      };
    },
  };
}

type Expression = { key: string; operator: string };
const withMark = (expressions: Expression[]) => [...expressions, { key: HERE, operator: "Exists" }];
const without = (expressions: Expression[]) => expressions.filter(({ key }) => key !== HERE);

interface Binding {
  matchResources: { namespaceSelector: { matchExpressions: Expression[] } };
}

function changeSelector(
  object: KubernetesObject,
  change: (expressions: Expression[]) => Expression[],
): KubernetesObject {
  if (object.kind !== "ValidatingAdmissionPolicyBinding") return object;
  const spec = object.spec as Binding;
  const { namespaceSelector } = spec.matchResources;
  const matchExpressions = change(namespaceSelector.matchExpressions);
  return {
    ...object,
    spec: {
      ...spec,
      matchResources: { ...spec.matchResources, namespaceSelector: { ...namespaceSelector, matchExpressions } },
    },
  };
}
