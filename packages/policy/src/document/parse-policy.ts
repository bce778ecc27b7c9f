import { err, ok, type Result } from "@fairlead/domain";
import * as z from "zod";
import { ALWAYS, type StagePlan } from "../stage/policy-stage.ts";
import { SUBJECT_ANNOTATION } from "./complete-policy.ts";
import { POLICY_SEVERITIES, type Policy, type PolicyBinding, type PolicyFix, type PolicyProblem } from "./policy.ts";
import { bindingDocumentSchema, policyDocumentSchema } from "./policy-document-schema.ts";

const PREFIX = "fairlead-";

const annotationsSchema = z.object({
  "policies.fairlead.dev/title": z.string().optional(),
  "policies.fairlead.dev/severity": z.enum(POLICY_SEVERITIES).default("medium"),
  "policies.fairlead.dev/controls": z.string().default(""),
  "policies.fairlead.dev/remedy": z.string().default(""),
  "policies.fairlead.dev/path": z.string().default(""),
  "policies.fairlead.dev/fix": z.string().optional(),
  "policies.fairlead.dev/warn-from": z.coerce.date().optional(),
  "policies.fairlead.dev/deny-from": z.coerce.date().optional(),
  [SUBJECT_ANNOTATION]: z.never("Complete the document first: so far it says only what is special.").optional(),
});

const fixSchema = z.strictObject({
  label: z.string().min(1),
  patch: z.union([z.record(z.string(), z.unknown()), z.string().startsWith("${")]),
});

/** Reads one ValidatingAdmissionPolicy, as YAML or JSON gave it. */
export function parsePolicy(value: unknown): Result<Policy, PolicyProblem[]> {
  const document = policyDocumentSchema.safeParse(value);
  if (!document.success) return err(problemsOf(nameOf(value), document.error));
  const { metadata, spec } = document.data;
  const annotations = annotationsSchema.safeParse(metadata.annotations ?? {});
  if (!annotations.success) return err(problemsOf(metadata.name, annotations.error, "metadata.annotations"));
  const said = annotations.data;
  const fix = parseFix(metadata.name, said["policies.fairlead.dev/fix"]);
  if (!fix.ok) return fix;
  const policy: Policy = {
    id: metadata.name.startsWith(PREFIX) ? metadata.name.slice(PREFIX.length) : metadata.name,
    name: metadata.name,
    title: said["policies.fairlead.dev/title"] ?? metadata.name,
    severity: said["policies.fairlead.dev/severity"],
    controls: said["policies.fairlead.dev/controls"]
      .split(",")
      .map((control) => control.trim())
      .filter((control) => control !== ""),
    remedy: said["policies.fairlead.dev/remedy"].trim(),
    path: said["policies.fairlead.dev/path"],
    plan: planOf(said),
    spec,
  };
  return ok(fix.value === undefined ? policy : { ...policy, fix: fix.value });
}

/** A policy that names no dates holds from the start: one of low severity warns, the others deny. */
function planOf(said: z.output<typeof annotationsSchema>): StagePlan {
  const { "policies.fairlead.dev/warn-from": warnFrom, "policies.fairlead.dev/deny-from": denyFrom } = said;
  if (warnFrom === undefined && denyFrom === undefined)
    return said["policies.fairlead.dev/severity"] === "low" ? { warnFrom: ALWAYS } : { denyFrom: ALWAYS };
  return { ...(warnFrom === undefined ? {} : { warnFrom }), ...(denyFrom === undefined ? {} : { denyFrom }) };
}

/** Reads one ValidatingAdmissionPolicyBinding. */
export function parseBinding(value: unknown): Result<PolicyBinding, PolicyProblem[]> {
  const document = bindingDocumentSchema.safeParse(value);
  if (!document.success) return err(problemsOf(nameOf(value), document.error));
  return ok({ name: document.data.metadata.name, spec: document.data.spec });
}

function parseFix(policy: string, text: string | undefined): Result<PolicyFix | undefined, PolicyProblem[]> {
  if (text === undefined) return ok(undefined);
  const path = "metadata.annotations.policies.fairlead.dev/fix";
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err([{ policy, path, reason: "The fix is not JSON." }]);
  }
  const fix = fixSchema.safeParse(value);
  return fix.success ? ok(fix.data) : err(problemsOf(policy, fix.error, path));
}

function problemsOf(policy: string, error: z.ZodError, prefix = ""): PolicyProblem[] {
  return error.issues.map((issue) => ({
    policy,
    path: [prefix, z.core.toDotPath(issue.path)].filter((part) => part !== "").join("."),
    reason: issue.message,
  }));
}

function nameOf(value: unknown): string {
  const named = z.object({ metadata: z.object({ name: z.string() }) }).safeParse(value);
  return named.success ? named.data.metadata.name : "a document without a name";
}
