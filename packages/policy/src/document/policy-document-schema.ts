import * as z from "zod";

// Field by field after https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/validating-admission-policy-v1/.
// Strict: a misspelt field in a policy would otherwise make it weaker without a word.

const operation = z.enum(["CREATE", "UPDATE", "DELETE", "CONNECT", "*"]);

const labelSelectorSchema = z.strictObject({
  matchLabels: z.record(z.string(), z.string()).optional(),
  matchExpressions: z
    .array(
      z.strictObject({
        key: z.string(),
        operator: z.enum(["In", "NotIn", "Exists", "DoesNotExist"]),
        values: z.array(z.string()).optional(),
      }),
    )
    .optional(),
});

const resourceRuleSchema = z.strictObject({
  apiGroups: z.array(z.string()).min(1),
  apiVersions: z.array(z.string()).min(1),
  operations: z.array(operation).min(1),
  resources: z.array(z.string()).min(1),
  resourceNames: z.array(z.string()).optional(),
  scope: z.enum(["*", "Cluster", "Namespaced"]).optional(),
});

const matchResourcesSchema = z.strictObject({
  resourceRules: z.array(resourceRuleSchema).optional(),
  excludeResourceRules: z.array(resourceRuleSchema).optional(),
  namespaceSelector: labelSelectorSchema.optional(),
  objectSelector: labelSelectorSchema.optional(),
  matchPolicy: z.enum(["Exact", "Equivalent"]).optional(),
});

const selectingSchema = matchResourcesSchema.extend({
  resourceRules: z.array(resourceRuleSchema).min(1, "It names no resources: say which it is about."),
});

const text = z.string().refine((value) => value.trim() !== "", "It is empty.");
const line = text.refine((value) => !/[\r\n]/.test(value.trim()), "It must be one line.");
const named = z.strictObject({ name: z.string().min(1), expression: text });
const variable = z.strictObject({
  name: z.string().regex(/^[_a-zA-Z][_a-zA-Z0-9]*$/, "It must be a word of letters, digits and underscores."),
  expression: text,
});

function distinct(items: readonly string[]): boolean {
  return new Set(items).size === items.length;
}

const metadataSchema = z.looseObject({
  name: z.string().min(1),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

export const POLICY_API_VERSION = "admissionregistration.k8s.io/v1";

export const policyDocumentSchema = z.strictObject({
  apiVersion: z.literal(POLICY_API_VERSION),
  kind: z.literal("ValidatingAdmissionPolicy"),
  metadata: metadataSchema,
  spec: z
    .strictObject({
      failurePolicy: z.enum(["Fail", "Ignore"]).default("Fail"),
      paramKind: z.strictObject({ apiVersion: z.string(), kind: z.string() }).optional(),
      matchConstraints: selectingSchema,
      matchConditions: z
        .array(named)
        .max(64)
        .refine((items) => distinct(items.map(({ name }) => name)), "Two conditions have the same name.")
        .default([]),
      variables: z.array(variable).default([]),
      validations: z
        .array(
          z.strictObject({
            expression: text,
            message: line.optional(),
            messageExpression: text.optional(),
            reason: z.enum(["Unauthorized", "Forbidden", "Invalid", "RequestEntityTooLarge"]).optional(),
          }),
        )
        .default([]),
      auditAnnotations: z
        .array(z.strictObject({ key: z.string().min(1), valueExpression: text }))
        .max(20)
        .refine((items) => distinct(items.map(({ key }) => key)), "Two audit annotations have the same key.")
        .default([]),
    })
    .refine(({ validations, auditAnnotations }) => validations.length + auditAnnotations.length > 0, {
      path: ["validations"],
      message: "It checks nothing: give it a validation, or an audit annotation.",
    }),
});

export const bindingDocumentSchema = z.strictObject({
  apiVersion: z.literal(POLICY_API_VERSION),
  kind: z.literal("ValidatingAdmissionPolicyBinding"),
  metadata: metadataSchema,
  spec: z.strictObject({
    policyName: z.string(),
    paramRef: z
      .strictObject({
        name: z.string().optional(),
        namespace: z.string().optional(),
        selector: labelSelectorSchema.optional(),
        parameterNotFoundAction: z.enum(["Allow", "Deny"]),
      })
      .refine(({ name, selector }) => (name === undefined) !== (selector === undefined), {
        message: "It names its parameters either by name or by a selector.",
      })
      .optional(),
    matchResources: matchResourcesSchema.optional(),
    validationActions: z
      .array(z.enum(["Deny", "Warn", "Audit"]))
      .min(1)
      .refine(distinct, "An action is named twice.")
      .refine(
        (actions) => !(actions.includes("Deny") && actions.includes("Warn")),
        "Whoever is denied needs no warning.",
      ),
  }),
});

export type LabelSelector = z.infer<typeof labelSelectorSchema>;
export type ResourceRule = z.infer<typeof resourceRuleSchema>;
export type MatchResources = z.infer<typeof matchResourcesSchema>;
export type PolicySpec = z.infer<typeof policyDocumentSchema>["spec"];
export type BindingSpec = z.infer<typeof bindingDocumentSchema>["spec"];
export type ValidationAction = BindingSpec["validationActions"][number];
