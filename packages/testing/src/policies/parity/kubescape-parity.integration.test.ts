import type { KubernetesObject } from "@fairlead/domain";
import { compilePolicies, parseBinding, parsePolicy, vet } from "@fairlead/policy";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  CORPUS,
  type CorpusCase,
  corpusControls,
  hasCorpus,
  readCorpusCases,
  readCorpusFile,
  readCorpusPolicy,
} from "../../../../policy/testing/read-corpus.ts";
import { collectionOf, create, define, eachOf, type ParityCluster, startParityCluster } from "./parity-cluster.ts";

const AT_ONCE = 12;

/** One policy with one binding and one set of parameters, which judges what one user writes and nothing else. */
interface Judge {
  readonly username: string;
  readonly policy: KubernetesObject;
  readonly binding: KubernetesObject;
  readonly params: KubernetesObject;
  readonly cases: readonly CorpusCase[];
}

const judges = corpusControls().flatMap(judgesOf);

function judgesOf(control: string): Judge[] {
  const groups = new Map<string, CorpusCase[]>();
  for (const one of readCorpusCases(control)) {
    const key = JSON.stringify([one.binding, one.params]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((cases, index) => judgeOf(`${control.toLowerCase()}-${index}`, control, cases));
}

/** So that the objects stay as they are, the policy tells its cases by who writes them. */
function judgeOf(name: string, control: string, cases: readonly CorpusCase[]): Judge {
  const [first] = cases;
  if (first === undefined) throw new Error(`${control} has no cases.`);
  const policy = structuredClone(readCorpusPolicy(control)) as {
    metadata: object;
    spec: { matchConditions?: object[] };
  };
  const username = `judged-by:${name}`;
  const mine = { name: "mine", expression: `request.userInfo.username == '${username}'` };
  const spec = { ...policy.spec, matchConditions: [...(policy.spec.matchConditions ?? []), mine] };
  const binding = structuredClone(first.binding) as { spec: { paramRef?: object; matchResources?: object } };
  const { matchResources: _, ...bound } = binding.spec;
  const paramRef = { ...bound.paramRef, name };
  return {
    username,
    policy: { ...policy, metadata: { ...policy.metadata, name }, spec } as unknown as KubernetesObject,
    binding: {
      ...binding,
      metadata: { name },
      spec: { ...bound, policyName: name, paramRef },
    } as unknown as KubernetesObject,
    params: { ...first.params, metadata: { ...first.params.metadata, name } },
    cases,
  };
}

function write({ ask }: ParityCluster, { username }: Judge, object: KubernetesObject) {
  const by = { username, groups: ["system:masters"] };
  return ask("POST", `${collectionOf(object)}?dryRun=All`, object, by);
}

function askEvaluator({ policy, binding, params, username }: Judge, object: KubernetesObject): string[] {
  const [parsed, bound] = [parsePolicy(policy), parseBinding(binding)];
  if (!parsed.ok || !bound.ok) throw new Error(JSON.stringify([parsed, bound]));
  const compiled = compilePolicies([parsed.value], { bindings: [bound.value] });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.error));
  const verdicts = vet([object], compiled.value, { params: [params], userInfo: { username } });
  return verdicts.map(({ message }) => message);
}

describe.skipIf(!hasCorpus)(
  hasCorpus ? "kubescape's cases" : `kubescape's cases (skipped: no data at ${CORPUS})`,
  () => {
    let cluster: ParityCluster;

    beforeAll(async () => {
      cluster = await startParityCluster();
      const { ask } = cluster;
      await define(ask, readCorpusFile("configuration/policy-configuration-definition.yaml") as KubernetesObject);
      const namespaces = judges.flatMap(({ cases }) =>
        cases.map(({ object }) => object.metadata.namespace ?? "default"),
      );
      for (const name of new Set(namespaces)) {
        if (name === "default") continue;
        await create(ask, { apiVersion: "v1", kind: "Namespace", metadata: { name } });
      }
      await eachOf(judges, AT_ONCE, async ({ policy, binding, params }) => {
        const { status, message } = await ask("POST", "/apis/kubescape.io/v1/controlconfigurations", params);
        expect(status, message).toBe(201);
        await create(ask, policy);
        await create(ask, binding);
      });
      await eachOf(judges, AT_ONCE, async (judge) => {
        const refused = judge.cases.find(({ expected }) => expected !== "pass");
        if (refused === undefined) return;
        const isInEffect = async () => {
          const { message, warnings } = await write(cluster, judge, refused.object);
          if (!`${message} ${warnings}`.includes(`'${judge.policy.metadata.name}'`))
            throw new Error(message || "accepted");
        };
        await vi.waitFor(isInEffect, { timeout: 90_000, interval: 300 });
      });
    }, 240_000);

    afterAll(() => cluster.stop(), 60_000);

    test("the API server and the evaluator say the same to all 628, in the same words", async () => {
      const differing: unknown[] = [];
      let seen = 0;
      await eachOf(judges, AT_ONCE, async (judge) => {
        for (const { name, expected, object } of judge.cases) {
          seen += 1;
          const { message, warnings } = await write(cluster, judge, object);
          const said = [message, ...warnings].filter((text) => text.includes(`'${judge.policy.metadata.name}'`));
          const ours = askEvaluator(judge, object);
          const same = said.length === 0 ? ours.length === 0 : ours.some((text) => said[0]?.endsWith(text));
          if (!same || (expected === "pass") !== (ours.length === 0)) {
            differing.push({ judge: judge.policy.metadata.name, name, expected, said, ours, message });
          }
        }
      });
      expect(differing).toEqual([]);
      expect(seen).toBe(628);
    }, 240_000);
  },
);
