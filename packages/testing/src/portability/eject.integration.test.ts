import type { KubernetesObject } from "@fairlead/domain";
import { ejectBundle } from "@fairlead/portability";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { parse } from "yaml";
import { collectionOf } from "../accepted/collection-of.ts";
import { type OwnCluster, startOwnCluster } from "../integration/own-cluster.ts";
import { exampleBundle } from "./example-bundle.ts";

/** It has never seen Fairlead. */
let bare: OwnCluster;
beforeAll(async () => {
  bare = await startOwnCluster("bare");
});
afterAll(() => bare?.stop());

/** The objects in the order in which the kustomizations name them. */
function objectsOf(files: ReadonlyMap<string, string>, folder = ""): KubernetesObject[] {
  const { resources } = parse(files.get(`${folder}kustomization.yaml`) ?? "");
  return resources.flatMap((resource: string) => {
    const content = files.get(`${folder}${resource}`);
    return content === undefined ? objectsOf(files, `${folder}${resource}/`) : [parse(content)];
  });
}

test("an ejected shop comes up on a bare cluster: every service that can be called has ready endpoints", async () => {
  const bundle = exampleBundle("dev", "full");
  const files = new Map(ejectBundle(bundle, "dev").map(({ path, content }) => [path, content]));
  const objects = objectsOf(files);
  expect(objects.length).toBeGreaterThan(80);
  for (const object of objects) {
    const { status, message } = await bare.admin("POST", collectionOf(object), object);
    expect(status, `${object.kind} ${object.metadata.name}: ${message}`).toBe(201);
  }
  const called = objects.filter(({ kind }) => kind === "Service");
  expect(called.length).toBe(bundle.filter(({ spec }) => spec.ports.length > 0).length);
  for (const { metadata } of called) {
    const slices = `/apis/discovery.k8s.io/v1/namespaces/${metadata.namespace}/endpointslices`;
    await vi.waitFor(
      async () => {
        const { body } = await bare.admin("GET", slices);
        const endpoints = Object(body).items.flatMap((slice: { endpoints?: unknown[] }) => slice.endpoints ?? []);
        expect(endpoints.some((each: { conditions: { ready?: boolean } }) => each.conditions.ready === true)).toBe(
          true,
        );
      },
      { timeout: 60_000, interval: 250 },
    );
  }
}, 180_000);
