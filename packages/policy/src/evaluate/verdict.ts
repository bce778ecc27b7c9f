import type { Policy } from "../document/policy.ts";
import type { ValidationAction } from "../document/policy-document-schema.ts";

/** One thing that a policy has against an object. */
export interface Verdict {
  readonly policy: Policy;
  readonly binding: string;
  /** What the binding makes of it. */
  readonly actions: readonly ValidationAction[];
  readonly object: VerdictObject;
  /** `error` where the policy could not be evaluated and its failurePolicy says to refuse then. */
  readonly outcome: "denied" | "error";
  /** The policy's own words. */
  readonly message: string;
  /** The reason in the API server's answer, such as `Forbidden`. */
  readonly reason: string;
  /** The field of the declaration that it concerns; empty where the policy does not say. */
  readonly path: string;
  readonly fix?: { readonly label: string; readonly patch: Record<string, unknown> };
}

export interface VerdictObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** What a policy would have a cluster write down about a request, beside its verdict. */
export interface AuditAnnotation {
  readonly object: VerdictObject;
  /** The policy's name, a slash, and its own key. */
  readonly key: string;
  readonly value: string;
}
