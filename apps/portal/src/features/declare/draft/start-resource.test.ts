import { expect, test } from "vitest";
import { startResource } from "./start-resource.ts";

test("what turned out not to belong here keeps its name, owner, system and tier, and nothing that only runs", () => {
  const service = {
    apiVersion: "fairlead.dev/v1alpha1",
    kind: "Service",
    metadata: { name: "orders-db", description: "Keeps the orders." },
    spec: {
      template: "web-service@1.0.0",
      owner: "shop-team",
      system: "shop",
      tier: 1,
      image: "a:b",
      environments: {},
    },
    fit: [],
  };
  expect(startResource(service)).toEqual({
    apiVersion: "fairlead.dev/v1alpha1",
    kind: "Resource",
    metadata: { name: "orders-db", description: "Keeps the orders." },
    spec: { owner: "shop-team", system: "shop", tier: 1 },
  });
});
