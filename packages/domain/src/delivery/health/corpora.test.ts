import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DATA_FOLDER } from "@fairlead/testing/data-folder";
import { readYaml } from "@fairlead/yaml";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { KubernetesObject } from "../../kubernetes/object.ts";
import type { HealthState } from "../state.ts";
import { objectHealth } from "./object-health.ts";

const corpora = join(DATA_FOLDER, "corpora");
const present = existsSync(corpora);
const said = present ? "" : ` (skipped: no data at ${corpora}, see FAIRLEAD_DATA)`;

function read(path: string): unknown {
  const { documents, problems } = readYaml(readFileSync(resolve(corpora, path), "utf8"));
  expect(problems).toEqual([]);
  return documents[0]?.value;
}

const objectSchema = z.looseObject({ apiVersion: z.string(), kind: z.string(), metadata: z.looseObject({}) });
const asObject = (value: unknown) => objectSchema.parse(value) as KubernetesObject;

describe.skipIf(!present)(`Argo CD's health${said}`, () => {
  const index = z.object({
    cases: z.array(z.object({ file: z.string(), kind: z.string(), expectedStatus: z.string().nullable() })),
  });
  // DaemonSets and API services are nothing that a team runs; a null says that Argo CD has no verdict either.
  const NOT_OURS = new Set(["DaemonSet", "APIService"]);
  const cases = present ? index.parse(read("argo-health/index.yaml")).cases : [];
  // Has a key twice, which we do not read.
  const UNREADABLE = "testdata/statefulset-ondelete.yaml";
  // Whoever waits for a job wants to know that it crashes again and again.
  const OTHERWISE: Record<string, HealthState> = { "testdata/pod-running-restart-onfailure.yaml": "Degraded" };
  const covered = cases.filter(
    ({ file, kind, expectedStatus }) => expectedStatus !== null && !NOT_OURS.has(kind) && file !== UNREADABLE,
  );

  test("covers nearly all of its cases", () => expect(covered.length).toBe(38));

  test.each(covered)("$file is $expectedStatus", ({ file, expectedStatus }) => {
    expect(objectHealth(asObject(read(`argo-health/${file}`))).state).toBe(OTHERWISE[file] ?? expectedStatus);
  });
});

describe.skipIf(!present)(`kstatus${said}`, () => {
  const index = z.object({
    cases: z.array(z.object({ name: z.string(), kind: z.string(), expectedStatus: z.string(), object: z.unknown() })),
  });
  const STATES: Record<string, HealthState> = { Current: "Healthy", InProgress: "Progressing", Failed: "Degraded" };
  // kstatus asks whether an object is reconciled, we ask whether it works: each difference with its reason.
  const OTHERWISE: Record<string, HealthState> = {
    podCompletedFailed: "Degraded", // it failed, even if nothing is left to reconcile
    podBeingScheduled: "Degraded", // no clock here: that no node takes it is said at once, and taken back
    rsReplicaFailure: "Degraded", // its pods are refused, which waiting does not mend
    jobInProgress: "Progressing", // a Job is healthy when it is done
    serviceLBok: "Progressing", // an address of its own is what a load balancer is for
  };
  const NOT_OURS = new Set(["DaemonSet", "CustomResourceDefinition"]);
  const cases = present ? index.parse(read("kstatus/cases.yaml")).cases : [];
  const covered = cases.filter(({ kind }) => !NOT_OURS.has(kind));

  test("covers nearly all of its cases", () => expect(covered.length).toBe(43));

  test.each(covered)("$name is $expectedStatus", ({ name, object, expectedStatus }) => {
    expect(objectHealth(asObject(object)).state).toBe(OTHERWISE[name] ?? STATES[expectedStatus]);
  });
});
