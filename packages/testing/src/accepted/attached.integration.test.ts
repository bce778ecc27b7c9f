import { afterAll, beforeAll, expect, test } from "vitest";
import { attachedCluster, attempt } from "../../../kubernetes/testing/attached-cluster.ts";
import { type OwnCluster, startOwnCluster } from "../integration/own-cluster.ts";

const SYSTEM = "/api/v1/namespaces/fairlead-system";

let own: OwnCluster;
beforeAll(async () => {
  own = await startOwnCluster("attached");
});
afterAll(() => own?.stop());

test("attachment finds who took a token of its accounts before they were guarded", async () => {
  const made = [
    await own.admin("POST", "/api/v1/namespaces", { metadata: { name: "fairlead-system" } }),
    await own.admin("POST", `${SYSTEM}/serviceaccounts`, { metadata: { name: "guard" } }),
    await own.admin("POST", `${SYSTEM}/secrets`, {
      type: "kubernetes.io/service-account-token",
      metadata: { name: "kept", annotations: { "kubernetes.io/service-account.name": "guard" } },
    }),
    await own.admin("POST", `${SYSTEM}/pods`, {
      metadata: { name: "early" },
      spec: { serviceAccountName: "guard", containers: [{ name: "c", image: "registry.example.com/c:v1" }] },
    }),
  ];
  expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(await attempt(attachedCluster(own))).toMatch(
    /somebody holds tokens .* by pods early in fairlead-system, secrets kept in fairlead-system/,
  );
  await own.admin("DELETE", `${SYSTEM}/secrets/kept`);
  await own.admin("DELETE", `${SYSTEM}/pods/early?gracePeriodSeconds=0`);
  const attached = await attachedCluster(own);
  await attached.stop();
});
