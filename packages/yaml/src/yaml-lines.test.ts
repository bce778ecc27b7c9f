import { expect, test } from "vitest";
import { writeYaml } from "./write-yaml.ts";
import { yamlLines } from "./yaml-lines.ts";

/** What stands in each line, beside the line itself. */
function marked(value: unknown): string[] {
  const text = writeYaml(value);
  return text
    .trimEnd()
    .split("\n")
    .map((line, index) => `${yamlLines(text)[index] ?? "-"} | ${line.trim()}`);
}

test("each line knows the value that stands in it", () => {
  expect(marked({ kind: "Service", spec: { ports: [{ name: "http", port: 80 }], type: "ClusterIP" } })).toEqual([
    "kind | kind: Service",
    "- | spec:",
    "- | ports:",
    "spec.ports.0.name | - name: http",
    "spec.ports.0.port | port: 80",
    "spec.type | type: ClusterIP",
  ]);
});

test("keys with dots and slashes in them stand as they are", () => {
  expect(marked({ labels: { "app.kubernetes.io/name": "shop" } })[1]).toBe(
    "labels.app.kubernetes.io/name | app.kubernetes.io/name: shop",
  );
});

test("all lines of a long text belong to it, and none of what follows", () => {
  expect(marked({ a: "one\ntwo\n\nfour\n", b: "last", c: ["x", "y\nz"] })).toEqual([
    "a | a: |",
    "a | one",
    "a | two",
    "a | ",
    "a | four",
    "b | b: last",
    "- | c:",
    "c.0 | - x",
    "c.1 | - |-",
    "c.1 | y",
    "c.1 | z",
  ]);
});

test("what is empty is a value too", () => {
  expect(marked({ a: {}, b: [], c: null })).toEqual(["a | a: {}", "b | b: []", "c | c: null"]);
});
