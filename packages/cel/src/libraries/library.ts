import { type Environment, EvaluationError } from "@marcbachmann/cel-js";

/**
 * A group of functions that Kubernetes adds to CEL, from one minor version on:
 * https://github.com/kubernetes/apiserver/blob/master/pkg/cel/environment/base.go
 */
export interface CelLibrary {
  readonly name: string;
  readonly sinceMinor: number;
  register(environment: Environment): void;
}

/** None of ours waits for anything; the engine is quicker when it knows. */
export const SYNC = { async: false } as const;

/** What a function throws where its arguments do not fit; the engine and `compile` make an error value of it. */
export function evaluationError(message: string): EvaluationError {
  return new EvaluationError(message);
}
