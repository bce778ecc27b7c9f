import { expect, test } from "vitest";
import { clusterLines } from "./cluster-lines.ts";

function written(isTTY: boolean): string {
  let text = "";
  const output = { isTTY, columns: 60, write: (more: string) => (text += more) };
  const lines = clusterLines(output);
  lines.show("dev", { percent: 10, message: "Building, 11 of 20 packages", ready: false });
  lines.show("dev", { percent: 11, message: "Building, 12 of 20 packages", ready: false });
  lines.say("Something else");
  lines.show("dev", { percent: 100, message: "Ready", ready: true });
  return text;
}

test("a terminal sees progress in place, and lines that stay above it", () => {
  expect(written(true)).toBe(
    "Cluster dev: 10 %, Building, 11 of 20 packages\r\u001b[KCluster dev: 11 %, Building, 12 of 20 packages\r\u001b[KSomething else\nCluster dev is ready\n",
  );
});

test("a log sees each piece of news once", () => {
  expect(written(false)).toBe("Cluster dev: Building, 11 of 20 packages\nSomething else\nCluster dev is ready\n");
});
