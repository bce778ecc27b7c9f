import { expect, test } from "vitest";
import { describeIssues } from "./describe-issues.ts";
import { traitsSchema } from "./traits.ts";

function wrongWith(value: unknown): string[] {
  const { error } = traitsSchema.safeParse(value, { reportInput: true });
  return describeIssues(error?.issues ?? [], [], traitsSchema).map(({ path, reason }) => `${path}: ${reason}`);
}

const requests = {
  total: "http_server_request_duration_seconds_count",
  failed: { label: "http_response_status_code", values: "5.." },
  duration: { histogram: "http_server_request_duration_seconds", buckets: [0.1, 0.5, 1] },
};

test("takes an opinion on each trait", () => {
  const traits = { metrics: { interval: "1m", requests }, traces: { sample: 0.1 }, backup: { retention: "30d" } };
  expect(wrongWith(traits)).toEqual([]);
  expect(wrongWith({})).toEqual([]);
});

test("knows the traits there are", () => {
  expect(wrongWith({ metric: {} })).toEqual(["metric: is not a field that Fairlead knows"]);
});

test.each(["9s", "61s", "2m", "often"])("an interval of %s leaves too few looks, or too many", (interval) => {
  expect(wrongWith({ metrics: { interval } })).not.toEqual([]);
});

test.each(['x{a="b"}', "x y", "", "1x", 'x"} or up{'])("%j names no metric", (total) => {
  expect(wrongWith({ metrics: { requests: { ...requests, total } } })).toEqual([
    "metrics.requests.total: is not a metric's name",
  ]);
});

test.each(["5..|", '5"', "(5", "a||b", "[", "*", "{{x}}"])("%j is no choice of a label's values", (values) => {
  const failed = { label: "code", values };
  expect(wrongWith({ metrics: { requests: { ...requests, failed } } })).toEqual([
    "metrics.requests.failed.values: is not a choice of values",
  ]);
});
