import { expect, test } from "vitest";
import { type ImpactPage, mergeImpact, servicesIn } from "./merge-impact.ts";

const place = (service: string, environment = "dev") => ({ service, environment, cluster: "dev" });
const group = (key: string, ...places: ReturnType<typeof place>[]) => ({ key, words: [], kinds: [], places });

function page(more: Partial<ImpactPage>): ImpactPage {
  const asOf = "2026-01-01T00:00:00Z";
  return { asOf, total: 3, looked: 0, unchanged: 0, notCompared: [], groups: [], verdicts: [], ...more };
}

test("equal changes of later pages join their group, and the largest group comes first", () => {
  const first = mergeImpact(
    undefined,
    page({ looked: 2, groups: [group("a", place("cart")), group("b", place("ad"))], next: "cart" }),
  );
  expect([first.complete, first.looked]).toEqual([false, 2]);
  const all = mergeImpact(
    first,
    page({ looked: 1, unchanged: 0, groups: [group("b", place("email"), place("email", "prod"))] }),
  );
  expect([all.complete, all.looked, all.groups.map(({ key }) => key)]).toEqual([true, 3, ["b", "a"]]);
  expect(servicesIn(all.groups[0]?.places ?? [])).toEqual(["ad", "email"]);
});
