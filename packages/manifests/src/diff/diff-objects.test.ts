import type { KubernetesObject } from "@fairlead/domain";
import { expect, test } from "vitest";
import { diffObjects } from "./diff-objects.ts";

const map = (name: string, data: Record<string, unknown>): KubernetesObject => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name },
  data,
});

test("tells added, changed and removed objects, leaf by leaf", () => {
  const before = [map("same", { a: 1 }), map("old", {}), map("other", { a: "1", list: [1, 2], gone: true })];
  const after = [map("same", { a: 1 }), map("other", { a: "2", list: [1], more: null }), map("new", {})];
  expect(diffObjects(before, after)).toEqual([
    {
      kind: "ConfigMap",
      name: "other",
      change: "changed",
      leaves: [
        { path: "data.a", before: "1", after: "2" },
        { path: "data.list.1", before: 2, after: undefined },
        { path: "data.gone", before: true, after: undefined },
        { path: "data.more", before: undefined, after: null },
      ],
    },
    { kind: "ConfigMap", name: "new", change: "added", leaves: [] },
    { kind: "ConfigMap", name: "old", change: "removed", leaves: [] },
  ]);
});

test("an object of the same name in another namespace is another one", () => {
  const [a] = [map("x", {})];
  const b = { ...map("x", {}), metadata: { name: "x", namespace: "n" } };
  expect(diffObjects(a === undefined ? [] : [a], [b]).map(({ change }) => change)).toEqual(["added", "removed"]);
});
