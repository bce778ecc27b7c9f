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
  spec: z.strictObject({
    failurePolicy: z.enum(["Fail", "Ignore"]).default("Fail"),
    paramKind: z.strictObject({ apiVersion: z.string(), kind: z.string() }).optional(),
    matchConstraints: matchResourcesSchema,
    matchConditions: z.array(z.strictObject({ name: z.string(), expression: z.string() })).default([]),
    variables: z.array(z.strictObject({ name: z.string(), expression: z.string() })).default([]),
    validations: z
      .array(
        z.strictObject({
          expression: z.string(),
          message: z.string().optional(),
          messageExpression: z.string().optional(),
          reason: z.enum(["Unauthorized", "Forbidden", "Invalid", "RequestEntityTooLarge"]).optional(),
        }),
      )
      .default([]),
    auditAnnotations: z.array(z.strictObject({ key: z.string(), valueExpression: z.string() })).default([]),
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
      .optional(),
    matchResources: matchResourcesSchema.optional(),
    validationActions: z.array(z.enum(["Deny", "Warn", "Audit"])).min(1),
  }),
});

export type LabelSelector = z.infer<typeof labelSelectorSchema>;
export type ResourceRule = z.infer<typeof resourceRuleSchema>;
export type MatchResources = z.infer<typeof matchResourcesSchema>;
export type PolicySpec = z.infer<typeof policyDocumentSchema>["spec"];
export type BindingSpec = z.infer<typeof bindingDocumentSchema>["spec"];
export type ValidationAction = BindingSpec["validationActions"][number];
