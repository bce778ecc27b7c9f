import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import { decideField } from "./decide-field.ts";

const actor = (memberships: Actor["memberships"], platformEngineer = false): Actor => ({
  personId: "",
  name: "",
  memberships,
  platformEngineer,
  via: "session",
});
const developer = actor([{ team: "shop", role: "developer" }]);

test("a role in the owning team opens a field, and so does any above it", () => {
  expect(decideField(developer, ["developer"], "shop").allowed).toBe(true);
  expect(decideField(actor([{ team: "shop", role: "maintainer" }]), ["developer"], "shop").allowed).toBe(true);
  expect(decideField(developer, ["maintainer"], "shop").allowed).toBe(false);
});

test("the role in another team counts for nothing", () => {
  expect(decideField(developer, ["developer"], "payments").allowed).toBe(false);
});

test("platform engineers may always", () => {
  expect(decideField(actor([], true), ["maintainer"], "shop").allowed).toBe(true);
  expect(decideField(developer, ["platform-engineer"], "shop").allowed).toBe(false);
});

test("a refusal says who could", () => {
  expect(decideField(developer, ["maintainer"], "shop")).toMatchObject({ whoCould: "a maintainer of shop" });
  expect(decideField(developer, ["platform-engineer"], "shop")).toMatchObject({ whoCould: "a platform engineer" });
  expect(decideField(developer, [], "shop")).toMatchObject({ whoCould: "a platform engineer" });
});
