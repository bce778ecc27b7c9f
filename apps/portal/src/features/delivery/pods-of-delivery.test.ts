import { expect, test } from "vitest";
import { podsOfDelivery } from "./pods-of-delivery.ts";

const pod = (name: string, health: string) => ({ name, health, reason: "" });

test("the pod of the step before the deploy is none of those that serve", () => {
  const delivery = { service: "shop", wantedReplicas: 3 };
  const pods = [
    pod("shop-before-deploy-1-x2x9k", "Healthy"),
    pod("shop-7d9f-a", "Progressing"),
    pod("shop-7d9f-b", "Healthy"),
  ];
  expect(podsOfDelivery({ ...delivery, pods })).toEqual(["serving", "coming", "waited"]);
});
