import { expect, test } from "vitest";
import { splitYamlLine } from "./split-yaml-line.ts";

test.each([
  ["  minReplicas: 2", "  minReplicas:", " 2"],
  ["spec:", "spec:", ""],
  ["    - name: http", "    - name:", " http"],
  ["    - 10.0.0.0/8", "    - ", "10.0.0.0/8"],
  ['  "app.kubernetes.io/name": checkout', '  "app.kubernetes.io/name":', " checkout"],
  ["  image: registry.example.com/shop/checkout:v1.9.2", "  image:", " registry.example.com/shop/checkout:v1.9.2"],
  ["", "", ""],
])("%j is %j and %j", (line, lead, value) => {
  expect(splitYamlLine(line)).toEqual({ lead, value });
});
