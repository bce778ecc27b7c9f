import { expect, test } from "vitest";
import { groupFindings } from "./group-findings.ts";

const finding = (team: string, service: string, message: string) => ({
  team,
  service,
  environment: "dev",
  cluster: "dev",
  object: `Deployment/${service}`,
  message,
});

test("one object stands once, with all that it breaks, under its owner", () => {
  const groups = groupFindings([
    finding("web-team", "shop", "It runs as root."),
    finding("cart-team", "cart", "It runs as root."),
    finding("web-team", "shop", "Its group is root."),
    finding("web-team", "shop", "Its group is root."),
  ]);
  expect(groups.map(({ team, places }) => [team, places.map(({ service, messages }) => [service, messages])])).toEqual([
    ["cart-team", [["cart", ["It runs as root."]]]],
    ["web-team", [["shop", ["It runs as root.", "Its group is root."]]]],
  ]);
});
