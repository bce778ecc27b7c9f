import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { readPolicies } from "../../testing/read-library.ts";
import { parseBinding, parsePolicy } from "../document/parse-policy.ts";
import { compilePolicies } from "../evaluate/compile-policies.ts";
import type { PolicyStage } from "../stage/policy-stage.ts";
import { clusterPolicies } from "./cluster-policies.ts";
import { comparePolicies } from "./compare-policies.ts";
import { namesInCluster } from "./policy-bindings.ts";
import { replacePolicy } from "./replace-policy.ts";

const policies = readPolicies();
const digest = (text: string) => createHash("sha256").update(text).digest("hex");
const at = (stage: PolicyStage) => new Map(policies.map(({ id }) => [id, stage]));
const wantedAt = (stage: PolicyStage) => clusterPolicies({ policies, stages: at(stage), digest }).objects;
const compare = (present: ReturnType<typeof wantedAt>, stage: PolicyStage = "deny") =>
  comparePolicies(wantedAt(stage), present, { manager: "fairlead-policies", digest });
const standings = (present: ReturnType<typeof wantedAt>, stage: PolicyStage = "deny") => [
  ...new Set(compare(present, stage).wanted.map(({ standing }) => standing.is)),
];

test.each(["audit", "warn", "deny"] as const)(
  "at %s every policy is whole, bound to managed namespaces without an exception",
  (stage) => {
    const objects = wantedAt(stage);
    const parsed = objects.filter(({ kind }) => kind === "ValidatingAdmissionPolicy").map(parsePolicy);
    expect(parsed).toHaveLength(policies.length);
    expect(parsed.every(({ ok }) => ok)).toBe(true);
    const bindings = objects.filter(({ kind }) => kind.endsWith("Binding")).map(parseBinding);
    const specs = bindings.flatMap((binding) => (binding.ok ? [binding.value.spec] : []));
    expect(specs).toHaveLength(bindings.length);
    for (const { policyName, matchResources } of specs) {
      expect(matchResources?.namespaceSelector).toEqual({
        matchLabels: { "fairlead.dev/managed": "true" },
        matchExpressions: [
          { key: `exceptions.fairlead.dev/${policyName.replace("fairlead-", "")}`, operator: "DoesNotExist" },
        ],
      });
    }
    const actions = new Set(specs.map(({ validationActions }) => validationActions.join()));
    expect(actions).toEqual(
      new Set({ audit: ["Audit"], warn: ["Warn,Audit", "Audit"], deny: ["Deny", "Audit"] }[stage]),
    );
  },
);

test("every object has a name that the account may write, and its mark", () => {
  const names = new Set(policies.flatMap(namesInCluster));
  for (const object of wantedAt("deny")) {
    expect(names).toContain(object.metadata.name);
    expect(object.metadata.labels).toHaveProperty(["policies.fairlead.dev/policy"]);
  }
});

test("a policy that an older Kubernetes can't evaluate is left out and named, the others stay", () => {
  const all = clusterPolicies({ policies, stages: at("deny"), digest, kubernetesMinor: 27 });
  const ids = new Set(all.objects.map(({ metadata }) => metadata.labels?.["policies.fairlead.dev/policy"]));
  const left = all.leftOut.map(({ policy }) => policy);
  expect(left.length).toBeGreaterThan(0);
  expect(ids.size + left.length).toBe(policies.length);
  const compiles = (policy: (typeof policies)[number]) => compilePolicies([policy], { kubernetesMinor: 27 }).ok;
  expect(left).toEqual(policies.filter((policy) => !compiles(policy)).map(({ id }) => id));
});

test("what is as it was written is in step, whatever the order of its keys", () => {
  const turned = wantedAt("deny").map(({ spec, ...rest }) => ({
    ...rest,
    spec: Object.fromEntries(Object.entries(spec as object).reverse()),
  }));
  expect(standings(turned)).toEqual(["in step"]);
  expect(standings([])).toEqual(["missing"]);
});

test("what Fairlead itself wrote for another stage is behind, and nobody's doing", () => {
  const states = compare(wantedAt("warn")).wanted.filter(({ standing }) => standing.is !== "in step");
  expect(new Set(states.map(({ standing }) => standing.is))).toEqual(new Set(["behind"]));
  expect(compare(wantedAt("deny"), "audit").unwanted.map(({ metadata }) => metadata.name)).toEqual(
    policies.flatMap(namesInCluster).filter((name) => name.endsWith("-bare-pods")),
  );
});

test("what somebody changed is told with their name and the time, and put back but for their own marks", () => {
  const [first, ...rest] = wantedAt("deny");
  if (first === undefined) throw new Error("There are no policies.");
  const managedFields = [
    { manager: "fairlead-policies", time: "2026-11-28T12:00:00Z" },
    { manager: "kube-controller-manager", time: "2026-11-28T14:00:00Z", subresource: "status" },
    { manager: "kubectl-edit", time: "2026-11-28T13:00:00Z" },
  ];
  const metadata = {
    ...first.metadata,
    resourceVersion: "7",
    annotations: { ...first.metadata.annotations, note: "mine" },
    managedFields,
  };
  const changed = { ...first, metadata, spec: { ...(first.spec as object), failurePolicy: "Ignore" } };
  const [compared] = compare([changed, ...rest]).wanted;
  expect(compared?.standing).toEqual({ is: "changed", by: "kubectl-edit", at: new Date("2026-11-28T13:00:00Z") });
  expect(replacePolicy(first, changed)).toMatchObject({
    metadata: { resourceVersion: "7", annotations: { note: "mine" } },
    spec: first.spec,
  });
  expect(replacePolicy(first, changed).metadata).not.toHaveProperty("managedFields");
});
