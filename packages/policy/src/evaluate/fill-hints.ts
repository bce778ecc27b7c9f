import { fillTemplate } from "@fairlead/cel";
import * as z from "zod";
import type { PolicyFix } from "../document/policy.ts";
import type { CompiledPolicy } from "./compiled-policy.ts";

const fixSchema = z.object({ label: z.string(), patch: z.record(z.string(), z.unknown()) });

interface Hints {
  path: string;
  fix?: { label: string; patch: Record<string, unknown> };
}

/** Where in the declaration a failure belongs and what would mend it, with their `${…}` filled in. */
export function fillHints({ policy, environment }: CompiledPolicy, scope: Readonly<Record<string, unknown>>): Hints {
  const path = policy.path.includes("${") ? fillTemplate(policy.path, scope, environment) : undefined;
  const hints: Hints = {
    path: path?.ok === true && typeof path.value === "string" ? path.value : beforeHole(policy.path),
  };
  const fix = policy.fix === undefined ? undefined : fillFix(policy.fix, scope, environment);
  return fix === undefined ? hints : { ...hints, fix };
}

/** A fix that cannot be worked out for this object is not offered. */
function fillFix(
  fix: PolicyFix,
  scope: Readonly<Record<string, unknown>>,
  environment: CompiledPolicy["environment"],
): Hints["fix"] {
  const filled = fillTemplate(fix, scope, environment);
  const parsed = filled.ok ? fixSchema.safeParse(filled.value) : undefined;
  return parsed?.success === true ? parsed.data : undefined;
}

/** `spec.env.${…}` without what could not be filled in: `spec.env`. */
function beforeHole(path: string): string {
  const hole = path.indexOf("${");
  return hole < 0 ? path : path.slice(0, hole).replace(/[.[]$/, "");
}
