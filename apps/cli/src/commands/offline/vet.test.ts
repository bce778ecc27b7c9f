import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runOfflineCommand } from "../../../testing/run-offline-command.ts";
import { vetCommand } from "./vet.ts";

const folder = mkdtempSync(join(tmpdir(), "fairlead-vet-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vet = (text: string, ...args: string[]) => {
  const file = join(folder, "vetted.yaml");
  writeFileSync(file, text);
  return runOfflineCommand(vetCommand, [file, "--environment", "dev", ...args]);
};

const MANIFEST = `---
apiVersion: v1
kind: ConfigMap
metadata: {name: settings}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      hostNetwork: true
      containers: [{name: web, image: "registry.example.com/web:v1"}]
`;

const SERVICE = (replicas: number) => `
apiVersion: fairlead.dev/v1alpha1
kind: Service
metadata: {name: web}
spec:
  template: web-service@1.0.0
  owner: shop-team
  image: registry.example.com/shop/web:v1
  scale: {min: ${replicas}, max: 3}
---
apiVersion: fairlead.dev/v1alpha1
kind: Team
metadata: {name: shop-team}
spec: {contacts: []}
`;

test("of a manifest each line leads to the object, and says which it is", async () => {
  const { out, err, code } = await vet(MANIFEST);
  const hostNetwork = out.split("\n").find((line) => line.endsWith("[no-host-namespaces]"));
  expect(hostNetwork).toMatch(/^error .*vetted\.yaml:6:1: Deployment\/web: /);
  expect(err).toMatch(/^2 manifests: \d+ errors, \d+ warnings\.\n`fairlead adopt` turns manifests into declarations/);
  expect(code).toBe(1);
});

test("of a declaration each line leads to the field", async () => {
  const { out, code } = await vet(SERVICE(5));
  expect(out).toMatch(/^error .*vetted\.yaml:9:\d+: spec\.scale\.(min|max): /);
  expect(code).toBe(1);
});

test("what is fine is said to be", async () => {
  const { err, code } = await vet(SERVICE(2));
  expect(err).toMatch(/^1 service: 0 errors, \d+ warnings\.$/);
  expect(code).toBe(0);
});

test("where a policy refuses, it says that exceptions are not known here; where none does, nothing of them", async () => {
  const said = "Exceptions are kept in the portal; this looks without them.";
  expect((await vet(MANIFEST)).err).toContain(said);
  expect((await vet(SERVICE(5))).err).not.toContain(said);
  expect((await vet(SERVICE(2))).err).not.toContain(said);
});

test("for an editor, the same as data", async () => {
  const { out } = await vet(SERVICE(5), "--output", "json");
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ line: 9, severity: "error" }));
  const { runs } = JSON.parse((await vet(SERVICE(5), "--output", "sarif")).out);
  expect(runs[0].results[0].level).toBe("error");
});
