// Evaluates one policy on one object, both from stdin, and says what came out: run by hostile-input.integration.test.ts
// in a process of its own, so that a policy that takes everything takes that process alone.
import { json } from "node:stream/consumers";
import type { KubernetesObject } from "@fairlead/domain";
import { compilePolicies, parsePolicy, vet } from "@fairlead/policy";

const { policy, object } = (await json(process.stdin)) as { policy: unknown; object: KubernetesObject };
const parsed = parsePolicy(policy);
const compiled = parsed.ok ? compilePolicies([parsed.value]) : parsed;
const said = compiled.ok
  ? vet([object], compiled.value).map(({ outcome, message }) => `${outcome}: ${message}`)
  : compiled.error.map(({ path, reason }) => `refused: ${path}: ${reason}`);
process.stdout.write(`${said.join("\n") || "nothing to say"}\n`);
