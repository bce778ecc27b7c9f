import type { Exception } from "@fairlead/domain";
import { expect, test } from "vitest";
import { keepExceptions } from "./keep-exceptions.ts";

const at = (day: number) => new Date(Date.UTC(2026, 4, day));
const exception: Exception = {
  number: 1,
  service: "checkout",
  environments: ["prod"],
  subject: { kind: "policy", policy: "spread" },
  reason: "",
  control: "",
  requested: { personId: "dana", by: "Dana", at: at(1) },
  until: at(10),
  decision: { kind: "approved", personId: "pat", by: "Pat", at: at(2), reason: "" },
};
const place = (namespace: string, seen: string[]) => ({
  destinationId: namespace,
  service: "checkout",
  environment: "prod",
  namespace,
  seen,
});

/** What a round at a moment writes into the cluster, and what it remembers to have seen. */
async function round(now: Date, places: ReturnType<typeof place>[], missing: string[] = []) {
  const written: unknown[] = [];
  const remembered: unknown[] = [];
  const labels = {
    clusters: async () => [],
    places: async () => ({ places, exceptions: [exception] }),
    saw: async (destinationId: string, policies: readonly string[]) => void remembered.push([destinationId, policies]),
    sawAll: async () => {},
  };
  const changed = await keepExceptions({ labels, now: () => now }, "eu-1", {
    labelExceptions: async ({ namespace, policies }) => {
      written.push([namespace, policies]);
      return !missing.includes(namespace);
    },
  });
  return { changed, written, remembered };
}

test("only namespaces that differ from what should hold are asked about", async () => {
  const places = [place("a", ["spread"]), place("b", []), place("c", ["spread", "by-hand"])];
  expect(await round(at(5), places)).toEqual({
    changed: 2,
    written: [
      ["b", ["spread"]],
      ["c", ["spread"]],
    ],
    remembered: [
      ["b", ["spread"]],
      ["c", ["spread"]],
    ],
  });
});

test("the moment its time has passed it is taken away, though nothing else has changed", async () => {
  const places = [place("a", ["spread"])];
  expect((await round(new Date(at(10).getTime() - 1), places)).written).toEqual([]);
  expect((await round(at(10), places)).written).toEqual([["a", []]]);
});

test("a namespace that is not there holds nothing", async () => {
  expect((await round(at(5), [place("a", [])], ["a"])).remembered).toEqual([["a", []]]);
});
