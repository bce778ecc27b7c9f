import { expect, test } from "vitest";
import type { AuditRecord } from "../audit/audit-store.ts";
import type { ChangedSecret } from "./cluster-port.ts";
import { type RestartDeps, restartForSecrets } from "./restart-for-secrets.ts";

const at = "2026-11-28T12:00:00Z";

/** A cluster with these changes, where what uses `stripe` has not seen its own yet. */
async function restartWith(changes: ChangedSecret[]) {
  const written: AuditRecord[] = [];
  const asked: string[] = [];
  const needs = { atLeast: 1, hasService: true, withinSeconds: 60 };
  const destination = (service: string) => ({ id: service, serviceId: service, service, environment: "prod", needs });
  const deps: RestartDeps = {
    observations: {
      destinations: async () => ["checkout", "cart"].map((name) => ({ ...destination(name), namespace: name })),
    },
    append: async (records) => void written.push(...records),
  };
  await restartForSecrets(
    deps,
    {
      changedSecrets: async () => changes,
      restartForSecrets: async (input) => {
        asked.push(input.namespace);
        return input.changes.map(({ secret }) => secret).filter((secret) => secret === "stripe");
      },
    },
    "prod-eu",
  );
  return { written, asked };
}

test("what was restarted stands in the service's activity, and why", async () => {
  const { written, asked } = await restartWith([
    { namespace: "checkout", secret: "stripe", at },
    { namespace: "somebody-elses", secret: "stripe", at },
  ]);
  expect(asked).toEqual(["checkout"]);
  expect(written).toEqual([
    {
      action: "service.restart",
      subject: { kind: "Service", name: "checkout" },
      environment: "prod",
      details: {
        summary: "Restarting in prod on prod-eu: the secret stripe has a new value",
        cluster: "prod-eu",
        secrets: ["stripe"],
      },
    },
  ]);
});

test("where nothing had to be restarted nothing is written", async () => {
  expect((await restartWith([{ namespace: "cart", secret: "smtp", at }])).written).toEqual([]);
  expect((await restartWith([])).asked).toEqual([]);
});
