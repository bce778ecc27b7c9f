import { describe, expect, test } from "vitest";
import { readArguments } from "./read-arguments.ts";

describe("the clusters", () => {
  test.each([
    [[], ["dev", "prod-eu", "prod-us"]],
    [["--clusters", "1"], ["dev"]],
    [
      ["--clusters", "2"],
      ["dev", "prod-eu"],
    ],
  ])("of %j are %j", (args, names) => {
    expect(readArguments(args).clusters).toEqual({ kind: "made", names });
  });

  test("are one's own where a kubeconfig is given, under a name that a cluster may have", () => {
    expect(readArguments(["--kubeconfig", "/k", "--context", "Arn:AWS/My_Cluster"]).clusters).toEqual({
      kind: "own",
      cluster: { name: "arn-aws-my-cluster", kubeconfig: "/k", context: "Arn:AWS/My_Cluster" },
    });
  });
});

test.each([
  [["--clusters", "4"], "from 1 to 3, not 4"],
  [["--clusters", "many"], "not many"],
  [["--context", "x"], "--kubeconfig"],
  [["--kubeconfig", "k", "--clusters", "1"], "give one of them"],
  [["--nonsense"], "--nonsense"],
])("%j is told apart, with what to do", (args, words) => {
  expect(() => readArguments(args)).toThrow(words);
});
