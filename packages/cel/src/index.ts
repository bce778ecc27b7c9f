export { type CelProgram, compile } from "./compile.ts";
export type { Identifiers } from "./engine/identifiers-of.ts";
export type { FieldTypes } from "./engine/type-fields.ts";
export {
  type CelEnvironment,
  type CelEnvironmentOptions,
  createEnvironment,
  DEFAULT_KUBERNETES_MINOR,
  type KubernetesMinor,
} from "./environment.ts";
export { type LinearPattern, linearPattern } from "./linear-pattern.ts";
export { type CelMeter, createMeter, DEFAULT_COST_LIMIT } from "./meter.ts";
export { CEL_ERROR_KINDS, type CelError, type CelErrorKind, type CelResult } from "./result.ts";
export { type CheckedExpression, checkCondition, checkTexts } from "./template/check-texts.ts";
export {
  evaluateCondition,
  fillTemplate,
  type InterpolationError,
  type InterpolationResult,
  interpolate,
} from "./template/interpolate.ts";
export { fromCelValue, NotJson } from "./values/from-cel-value.ts";
export { type NumberSchema, toCelValue } from "./values/to-cel-value.ts";
