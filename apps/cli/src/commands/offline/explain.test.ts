import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runOfflineCommand } from "../../../testing/run-offline-command.ts";
import { explainCommand } from "./explain.ts";

const CART = join(import.meta.dirname, "../../../../../examples/online-boutique/cartservice.yaml");

/** Runs the command, and gives what it wrote and how it ended. */
const explain = (...args: string[]) => runOfflineCommand(explainCommand, [CART, "--environment", "prod", ...args]);

describe("fairlead explain", () => {
  test("says who set a field, and why", async () => {
    const { out } = await explain("HorizontalPodAutoscaler.spec.minReplicas");
    expect(out.split("\n").slice(0, 3)).toEqual([
      "HorizontalPodAutoscaler/cartservice",
      "  spec.minReplicas: 3",
      expect.stringMatching(/^ {4}answer spec\.environments\.prod\.scale\.min: The answer to “At least”\. ./),
    ]);
  });

  test("a setting of the declaration shows the fields that it decides", async () => {
    expect((await explain("spec.image")).out).toContain("spec.template.spec.containers.0.image: ");
  });

  test("a path that leads nowhere is refused with what there is", async () => {
    const { err, code } = await explain("Deploymnt.spec");
    expect(code).toBe(1);
    expect(err).toMatch(/^Nothing here is at Deploymnt\.spec.*\n.*Deployment/);
  });

  test("machines get the same as JSON", async () => {
    const { out } = await explain("Deployment.spec.template.spec.automountServiceAccountToken", "--output", "json");
    expect(JSON.parse(out)).toMatchObject([
      { object: "Deployment/cartservice", value: false, sources: [{ by: "baseline" }] },
    ]);
  });
});
