import { expect, test } from "vitest";
import { paths } from "./paths.ts";

test("every address", () => {
  expect([
    paths.home(),
    paths.signIn(),
    paths.signIn("/services?mine=1"),
    paths.find("10.0.0.1 / x"),
    paths.services(),
    paths.declare(),
    paths.service("checkout"),
    paths.service("checkout", "releases"),
    paths.deploy("checkout", "dev"),
    paths.deploy("checkout", "prod", "shop/checkout:v1"),
    paths.editService("checkout"),
    paths.resources(),
    paths.resource("orders-db"),
    paths.editResource("orders-db"),
    paths.upgrade("checkout"),
    paths.upgrade("checkout", "1.5.0"),
    paths.delivery("01J"),
    paths.clusters(),
  ]).toEqual([
    "/",
    "/sign-in",
    "/sign-in?callbackUrl=%2Fservices%3Fmine%3D1",
    "/find?q=10.0.0.1%20%2F%20x",
    "/services",
    "/declare",
    "/services/checkout",
    "/services/checkout/releases",
    "/services/checkout?deploy=dev",
    "/services/checkout?deploy=prod&image=shop%2Fcheckout%3Av1",
    "/services/checkout/edit",
    "/resources",
    "/resources/orders-db",
    "/resources/orders-db/edit",
    "/services/checkout/upgrade",
    "/services/checkout/upgrade?to=1.5.0",
    "/deliveries/01J",
    "/clusters",
  ]);
});
