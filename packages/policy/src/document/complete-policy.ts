import * as z from "zod";
import { MANAGED, POLICY_SUBJECTS, SUBJECT_PARTS } from "./policy-subject.ts";

/** The mark of a document that says only what is special about it. */
export const SUBJECT_ANNOTATION = "policies.fairlead.dev/subject";

const named = z.looseObject({ name: z.string() });

const briefSchema = z.looseObject({
  metadata: z.looseObject({
    annotations: z.looseObject({ [SUBJECT_ANNOTATION]: z.enum(POLICY_SUBJECTS) }),
  }),
  spec: z.looseObject({
    matchConstraints: z.unknown().optional(),
    matchConditions: z.array(named).default([]),
    variables: z.array(named).default([]),
    validations: z.array(z.looseObject({ expression: z.string() })),
  }),
});

/**
 * The ValidatingAdmissionPolicy that a brief one stands for: what its subject brings along is filled in, and every
 * validation holds in managed namespaces only. What the document says itself under the same name wins. Any other value
 * comes back as it is.
 */
export function completePolicy(value: unknown): unknown {
  const brief = briefSchema.safeParse(value);
  if (!brief.success) return value;
  const { metadata, spec, ...document } = brief.data;
  const { [SUBJECT_ANNOTATION]: subject, ...annotations } = metadata.annotations;
  const { resourceRules = [], matchConditions = [], variables = [] } = SUBJECT_PARTS[subject];
  const conditions = withOwn(matchConditions, spec.matchConditions);
  return {
    ...document,
    metadata: { ...metadata, annotations },
    spec: {
      failurePolicy: "Fail",
      ...spec,
      matchConstraints: spec.matchConstraints ?? { resourceRules },
      matchConditions: conditions,
      variables: withOwn([MANAGED, ...variables], spec.variables),
      validations: spec.validations.map(({ expression, ...validation }) => ({
        expression: `!variables.managed || (${expression.trim()})`,
        ...validation,
        // Without one the API server answers 422, as if the object were malformed.
        reason: validation.reason ?? "Forbidden",
      })),
    },
  };
}

function withOwn(common: readonly { name: string }[], own: readonly { name: string }[]): readonly { name: string }[] {
  return [...common.filter(({ name }) => own.every((other) => other.name !== name)), ...own];
}
