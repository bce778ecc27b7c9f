import type { KubernetesObject } from "@fairlead/domain";
import { expect, test } from "vitest";
import { applySetParent } from "./apply-set.ts";

const object = (kind: string, labels: Record<string, string>): KubernetesObject => ({
  apiVersion: "v1",
  kind,
  metadata: { name: kind.toLowerCase(), labels },
});

test("the parent says whose it is, as all its members do, and nothing that only one of them says", () => {
  const members = [
    object("Service", { owner: "shop-team", "fairlead.dev/service": "checkout", only: "here" }),
    object("ConfigMap", { owner: "shop-team", "fairlead.dev/service": "checkout" }),
  ];
  const { labels } = applySetParent("checkout", [], members).metadata;
  expect(labels).toMatchObject({ owner: "shop-team", "fairlead.dev/service": "checkout" });
  expect(labels).not.toHaveProperty("only");
});

test("with the step before a deploy, which is an instance of its own, it is still the service's", () => {
  const name = { "app.kubernetes.io/name": "checkout" };
  const members = [
    object("ServiceAccount", { ...name, "app.kubernetes.io/instance": "checkout" }),
    object("Job", { ...name, "app.kubernetes.io/instance": "checkout-before-deploy" }),
  ];
  const { labels } = applySetParent("checkout", [], members).metadata;
  expect(labels).toMatchObject({ ...name, "app.kubernetes.io/instance": "checkout" });
});
