import { loadLibrary } from "@fairlead/library";
import { parseBinding, policyNames } from "@fairlead/policy";
import { readYaml } from "@fairlead/yaml";
import { expect, test } from "vitest";
import { runOfflineCommand } from "../../../testing/run-offline-command.ts";
import { policiesCommand } from "./policies.ts";

async function policies(...args: string[]) {
  const { out, err, code } = await runOfflineCommand(policiesCommand, args);
  const documents = readYaml(out).documents.map(({ value }) => value);
  const bindings = documents.map(parseBinding).flatMap((binding) => (binding.ok ? [binding.value] : []));
  return { documents, bindings, err, code };
}

const shipped = loadLibrary().policies;
/** Each policy, and a binding under each of its names. */
const OBJECTS = shipped.length + policyNames(shipped).length;

test("prints all policies and what binds them, as they ship", async () => {
  const { documents, bindings, err } = await policies();
  expect(documents).toHaveLength(OBJECTS);
  expect(new Set(bindings.map(({ name }) => name))).toEqual(new Set(policyNames(shipped)));
  expect(err).toContain(`${shipped.length} policies, ${OBJECTS} objects.`);
});

test("or all of them at one stage", async () => {
  const { bindings } = await policies("--stage", "audit");
  expect(new Set(bindings.map(({ spec }) => spec.validationActions.join()))).toEqual(new Set(["Audit"]));
});

test("for an older cluster without those that it can't evaluate, which are named", async () => {
  const { documents, err } = await policies("--kubernetes", "1.27");
  expect(documents.length).toBeLessThan(OBJECTS);
  expect(err).toContain("Left out: Kubernetes 1.27 can't evaluate ");
});

test("a version that is none is refused", async () => {
  expect(await policies("--kubernetes", "latest")).toMatchObject({
    code: 2,
    err: expect.stringContaining("like 1.33"),
  });
});
