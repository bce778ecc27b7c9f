import { readFileSync } from "node:fs";
import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { adminRequest } from "./kubernetes/control-plane/admin-request.ts";

test("Postgres is the real server, 18, with what the schema needs", async () => {
  const client = new Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  const { rows } = await client.query("SHOW server_version");
  const extensions = await client.query(
    "SELECT name FROM pg_available_extensions WHERE name IN ('pg_trgm', 'btree_gist')",
  );
  await client.end();
  expect(rows[0].server_version).toMatch(/^18\./);
  expect(extensions.rows).toHaveLength(2);
});

test("the cluster is the real API server, 1.36, and a Deployment in it becomes available", async () => {
  const [cluster] = inject("clusters");
  const config = JSON.parse(readFileSync(cluster?.kubeconfigPath ?? "", "utf8"));
  const access = {
    server: config.clusters[0].cluster.server,
    ca: Buffer.from(config.clusters[0].cluster["certificate-authority-data"], "base64").toString("utf8"),
    token: config.users[0].user.token,
  };
  const version = await adminRequest(access, "GET", "/version");
  expect(JSON.parse(version.body).gitVersion).toBe("v1.36.3");

  const labels = { app: "probe" };
  const deployment = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "probe" },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: "c", image: "registry.example.com/probe:v1" }] } },
    },
  };
  const path = "/apis/apps/v1/namespaces/default/deployments";
  expect((await adminRequest(access, "POST", path, deployment)).status).toBe(201);
  await expect
    .poll(async () => JSON.parse((await adminRequest(access, "GET", `${path}/probe`)).body).status.availableReplicas, {
      timeout: 40_000,
      interval: 300,
    })
    .toBe(2);
  await adminRequest(access, "DELETE", `${path}/probe`);
});
