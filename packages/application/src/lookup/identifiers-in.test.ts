import { describe, expect, test } from "vitest";
import { identifiersIn } from "./identifiers-in.ts";
import { serviceOfPodName } from "./service-of-pod-name.ts";

describe("what a text could mean", () => {
  test.each([
    ["checkout", { names: ["checkout"] }],
    ["  Checkout: ", { names: ["checkout"] }],
    ["checkout.checkout-prod.svc.cluster.local:5050", { names: ["checkout", "checkout-prod"], hosts: [] }],
    ["db-0.db.shop.svc.cluster.local", { names: ["db", "shop", "db-0"] }],
    [
      "http://cart.cart-dev:7070/items",
      { hosts: ["cart.cart-dev"], names: expect.arrayContaining(["cart", "cart-dev"]) },
    ],
    ["https://shop.example.com/a/b/c/d?x=1", { hosts: ["shop.example.com"], names: [] }],
    ["10.1.2.3:8080", { hosts: ["10.1.2.3"], names: [] }],
    ["prod/deploy/checkout", { names: ["checkout", "deploy", "prod"] }],
    ["service:checkout env:prod", { names: ["service", "checkout", "env", "prod"] }],
    [
      `registry.example.com/shop/checkout:v1@sha256:${"a".repeat(64)}`,
      { repositories: ["registry.example.com/shop/checkout"], hosts: ["registry.example.com"] },
    ],
    ["ask mailto:Shop@Example.com or #shop-alerts!", { contacts: ["shop@example.com", "#shop-alerts"] }],
    ['{"pod":"checkout-7d9f8c6b5-x2x9k","ns":"shop"}', { names: expect.arrayContaining(["checkout-7d9f8c6b5-x2x9k"]) }],
  ])("of %s", (text, expected) => {
    expect(identifiersIn(text)).toMatchObject(expected);
  });

  test("stays small, whatever is pasted", () => {
    const found = identifiersIn(Array.from({ length: 100_000 }, (_, index) => `word-${index}`).join(" "));
    expect(found.names.length).toBeLessThanOrEqual(250);
  });
});

describe("a pod's name", () => {
  test.each([
    ["checkout-7d9f8c6b5-x2x9k", "checkout"],
    ["my-checkout-5c4f7b-2vwxz", "my-checkout"],
    ["checkout-prod", undefined],
    ["checkout-service-alpha", undefined],
  ])("%s is of %s", (name, service) => {
    expect(serviceOfPodName(name)).toBe(service);
  });
});
