import type { KubernetesObject } from "@fairlead/domain";
import type { Policy } from "@fairlead/policy";
import { vi } from "vitest";
import { readBases, readExamples, readPolicyDocument } from "../../../../policy/testing/read-library.ts";
import { collectionOf, create, eachOf, type ParityCluster } from "./parity-cluster.ts";

const AT_ONCE = 12;

/** Warnings alone tell of all policies that have something against an object; a refusal tells of the first. */
export function warnOf({ name }: Policy) {
  return { name, spec: { policyName: name, validationActions: ["Warn" as const] } };
}

/** Installs policies of the library, and waits until each has warned of one of its own examples. */
export async function putInEffect({ ask, serves }: ParityCluster, policies: readonly Policy[]): Promise<void> {
  const bases = readBases();
  const refused = policies.flatMap(({ id, name }) => {
    const example = readExamples(id, bases).find(
      ({ denied, existing, object, by }) =>
        denied.length > 0 && existing === undefined && by === undefined && serves(object),
    );
    return example === undefined ? [] : [{ name, ...example }];
  });
  const namespaces = new Map(refused.map(({ namespace }) => [namespace.metadata.name, namespace]));
  await eachOf([...namespaces.values()], AT_ONCE, async (namespace) => void (await create(ask, namespace)));
  await eachOf(policies, AT_ONCE, async (policy) => {
    await create(ask, readPolicyDocument(policy.id) as KubernetesObject);
    const { name, spec } = warnOf(policy);
    const apiVersion = "admissionregistration.k8s.io/v1";
    await create(ask, { apiVersion, kind: "ValidatingAdmissionPolicyBinding", metadata: { name }, spec });
  });
  await eachOf(refused, AT_ONCE, async ({ name, object }) => {
    const isInEffect = async () => {
      const { warnings } = await ask("POST", `${collectionOf(object)}?dryRun=All`, object);
      if (!warnings.some((text) => text.includes(`'${name}'`))) throw new Error(`${name} is not in effect`);
    };
    await vi.waitFor(isInEffect, { timeout: 90_000, interval: 300 });
  });
}
