import { expect, test } from "vitest";
import { compareManifests } from "./compare-manifests.ts";

const manifest = (kind: string, yaml: string) => ({ kind, name: "shop", summary: "", yaml });

test("says what is added, changed and removed, and counts what stays", () => {
  const { changes, same } = compareManifests(
    [manifest("Deployment", "replicas: 2\n"), manifest("Service", "port: 80\n"), manifest("HTTPRoute", "host: a\n")],
    [manifest("Deployment", "replicas: 3\n"), manifest("Service", "port: 80\n"), manifest("ConfigMap", "a: b\n")],
  );
  expect(changes.map(({ change, kind }) => `${change} ${kind}`)).toEqual([
    "changed Deployment",
    "added ConfigMap",
    "removed HTTPRoute",
  ]);
  expect(same).toBe(1);
});

test("a first deploy adds everything", () => {
  expect(compareManifests([], [manifest("Service", "a: b\n")])).toMatchObject({
    same: 0,
    changes: [{ change: "added" }],
  });
});
