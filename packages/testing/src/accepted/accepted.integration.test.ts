import type { EnvironmentDocument, KubernetesObject } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { type RenderInput, render } from "@fairlead/manifests";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goldenCases } from "../../../manifests/testing/golden-case.ts";
import { renderExample } from "../examples/render-example.ts";
import { hasAddOns, startAddOnCluster } from "../integration/add-on-cluster.ts";
import type { OwnCluster } from "../integration/own-cluster.ts";
import { refusals } from "./refusals.ts";

const library = loadLibrary();
const PROFILES = ["full", "minimal"] as const;

/** The kinds that the full profile promises, and with them all that is rendered. */
const KINDS = library.profiles.full.apis.map((api) => api.slice(api.lastIndexOf("/") + 1));

let cluster: OwnCluster;
beforeAll(async () => {
  if (hasAddOns) cluster = await startAddOnCluster(KINDS);
});
afterAll(() => cluster?.stop());

test.skipIf(hasAddOns)("nothing was tried: the add-ons' definitions are not at FAIRLEAD_DATA", () => {});

/** A declaration somewhere else than its golden case has it. */
function elsewhere(
  input: RenderInput,
  environment: EnvironmentDocument,
  profile: (typeof PROFILES)[number],
  at: number,
) {
  const namespace = `try-${at}-${environment.metadata.name}-${profile}`;
  const destination = { ...input.destination, namespace };
  const environments = input.service.spec.environments;
  // Where it does not run by itself, it runs with what it says for everywhere.
  const spec = { ...input.service.spec, environments: { [environment.metadata.name]: {}, ...environments } };
  const service = { ...input.service, spec };
  return { ...input, service, environment, destination, profile: library.profiles[profile] };
}

const declarations = goldenCases()
  .map(({ name, input }, index) => ({ name, input, index }))
  .filter(({ input }) => render(input).ok);

/** What a profile cannot give: a role of another cloud; volumes and roles where there are none. */
const REFUSED: Readonly<Record<(typeof PROFILES)[number], readonly string[]>> = {
  full: ["identity-on-azure"],
  minimal: [
    "backup-of-volumes",
    "backup-without-velero",
    "example-of-stateful-service",
    "identity-on-aws",
    "identity-on-azure",
    "stateful-service-in-prod",
  ],
};

test.each(PROFILES)("with the %s profile just those promises are refused that it cannot keep", (profile) => {
  const refused = declarations.filter(({ input, index }) =>
    library.environments.some((environment) => !render(elsewhere(input, environment, profile, index)).ok),
  );
  expect(refused.map(({ name }) => name)).toEqual(REFUSED[profile]);
});

describe.skipIf(!hasAddOns).each(library.environments.map((each) => [each.metadata.name, each] as const))(
  "in %s a real API server accepts every object, and every pod",
  (name, environment) => {
    describe.each(PROFILES)("with the %s profile", (profile) => {
      test.each(declarations.map((each) => [each.name, each] as const))("of %s", async (_, { input, index }) => {
        const rendered = render(elsewhere(input, environment, profile, index));
        // Refused in words, before anything is written: told of below.
        if (!rendered.ok) return;
        const { guarded, objects } = rendered.value;
        expect(await refusals(cluster.admin, [...guarded, ...objects])).toEqual([]);
      });

      test("of the example shop", async () => {
        const pattern = `shop-{service}-${name}-${profile.slice(0, 3)}`;
        const rendered = renderExample("online-boutique", name, profile, pattern);
        // Clusters that serve one environment have the same objects in the same namespaces: one of them is enough.
        const distinct = new Map(
          rendered.map(({ objects }): [unknown, KubernetesObject[]] => [objects[0]?.metadata.name, objects]),
        );
        const refused = await Promise.all([...distinct.values()].map((objects) => refusals(cluster.admin, objects)));
        expect(refused.flat()).toEqual([]);
        expect([...distinct.values()].flat().length).toBeGreaterThan(100);
      });
    });
  },
);
