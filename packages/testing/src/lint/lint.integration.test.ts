import { examine, policyJudge } from "@fairlead/application";
import { hasErrors } from "@fairlead/domain";
import { readSandboxEnv } from "@fairlead/env";
import { loadLibrary } from "@fairlead/library";
import { describe, expect, test } from "vitest";
import { goldenCases } from "../../../manifests/testing/golden-case.ts";
import { renderExample } from "../examples/render-example.ts";
import { isThere, kubeScorePath } from "./find-kube-score.ts";
import { lint } from "./lint.ts";

const program = kubeScorePath(readSandboxEnv().cache);
const hasProgram = isThere(program);

test.skipIf(hasProgram)("nothing was linted: kube-score is not there, and there is no Go to build it", () => {});

const library = loadLibrary();
const [prod] = library.environments.filter(({ spec }) => spec.production === true);
if (prod === undefined) throw new Error("There is no environment for production.");

const judge = policyJudge(library.policies, (text) => text);

/** What may go to production by itself: what a policy refuses, or an exception allows, is none of the linter's business. */
const inProd = goldenCases().flatMap(({ name, input }) => {
  if (input.exceptions?.length) return [];
  const { rendering, violations } = examine({ ...input, environment: prod, profile: library.profiles.full }, judge);
  if (rendering === undefined || hasErrors(violations)) return [];
  return [[name, [...rendering.guarded, ...rendering.objects]] as const];
});
const shop = renderExample("online-boutique", "prod", "full").map(({ name, objects }) => [name, objects] as const);

describe.skipIf(!hasProgram)("a linter of somebody else's finds nothing in what runs in production", () => {
  test.each([...inProd, ...shop])("of %s", async (_, objects) => {
    expect(await lint(program, objects)).toEqual([]);
  });

  test("and it would find something", async () => {
    const [, objects] = shop[0] ?? ["", []];
    const open = objects.map((object) => (object.kind === "NetworkPolicy" ? { ...object, kind: "ConfigMap" } : object));
    expect((await lint(program, open)).join("\n")).toContain("NetworkPolicy");
  });
});
