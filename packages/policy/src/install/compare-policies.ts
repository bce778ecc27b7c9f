import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import { DIGEST_ANNOTATION, POLICY_LABEL, policyContent } from "./policy-content.ts";

/** How an object stands in a cluster against what Fairlead wants there. */
export type Standing =
  | { is: "in step" }
  | { is: "missing" }
  /** It is what Fairlead last wrote, and now it wants something else. */
  | { is: "behind" }
  /** Somebody else wrote to it. */
  | { is: "changed"; by: string; at: Date | undefined };

export interface ComparedObject {
  policy: string;
  object: KubernetesObject;
  /** What is there under its name. */
  found: KubernetesObject | undefined;
  standing: Standing;
  /** What the cluster's type check has against it. */
  warnings: string[];
}

export interface ComparedPolicies {
  wanted: ComparedObject[];
  /** What is there with Fairlead's mark and is not wanted any more. */
  unwanted: KubernetesObject[];
}

export interface CompareOptions {
  /** The name under which Fairlead writes. */
  manager: string;
  digest(text: string): string;
}

/** Holds what a cluster should have against what it has with Fairlead's mark. */
export function comparePolicies(
  wanted: readonly KubernetesObject[],
  present: readonly KubernetesObject[],
  options: CompareOptions,
): ComparedPolicies {
  const there = new Map(present.map((object) => [keyOf(object), object]));
  const keys = new Set(wanted.map(keyOf));
  return {
    wanted: wanted.map((object) => {
      const found = there.get(keyOf(object));
      return {
        policy: object.metadata.labels?.[POLICY_LABEL] ?? "",
        object,
        found,
        standing: standingOf(object, found, options),
        warnings: found === undefined ? [] : warningsOn(found),
      };
    }),
    unwanted: present.filter((object) => !keys.has(keyOf(object))),
  };
}

function keyOf({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata.name}`;
}

function standingOf(
  wanted: KubernetesObject,
  found: KubernetesObject | undefined,
  { manager, digest }: CompareOptions,
): Standing {
  if (found === undefined) return { is: "missing" };
  const said = (object: KubernetesObject) => object.metadata.annotations?.[DIGEST_ANNOTATION];
  const isAsWritten = digest(policyContent(found)) === said(found);
  if (isAsWritten) return said(found) === said(wanted) ? { is: "in step" } : { is: "behind" };
  const other = lastOther(found, manager);
  return { is: "changed", by: other?.manager || "somebody", at: other?.time };
}

const managersSchema = z.array(
  z.object({ manager: z.string().default(""), time: z.coerce.date().optional(), subresource: z.string().default("") }),
);

/** Who else wrote to an object last, as the API server keeps it. Type checking writes to its status, which is no change. */
function lastOther({ metadata }: KubernetesObject, manager: string) {
  const managers = managersSchema.safeParse(metadata.managedFields);
  if (!managers.success) return undefined;
  return managers.data
    .filter((each) => each.manager !== manager && each.subresource === "")
    .toSorted((a, b) => (b.time?.getTime() ?? 0) - (a.time?.getTime() ?? 0))[0];
}

const checkedSchema = z.object({
  typeChecking: z.object({ expressionWarnings: z.array(z.object({ fieldRef: z.string(), warning: z.string() })) }),
});

function warningsOn({ status }: KubernetesObject): string[] {
  const checked = checkedSchema.safeParse(status);
  if (!checked.success) return [];
  return checked.data.typeChecking.expressionWarnings.map(({ fieldRef, warning }) => `${fieldRef}: ${warning.trim()}`);
}
