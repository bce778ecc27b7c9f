import { Environment } from "@marcbachmann/cel-js";
import { LIBRARIES } from "./libraries/index.ts";

/** A minor version of Kubernetes 1: `36` is 1.36. It decides which functions an expression may use. */
export type KubernetesMinor = number;

export const DEFAULT_KUBERNETES_MINOR: KubernetesMinor = 36;

/** Which variables and functions an expression may name. Made once, used for many expressions. */
export interface CelEnvironment {
  readonly variables: readonly string[];
  readonly kubernetesMinor: KubernetesMinor;
  /** The engine's own environment; nothing outside this package touches it. */
  readonly engine: Environment;
}

export interface CelEnvironmentOptions {
  variables: readonly string[];
  kubernetesMinor?: KubernetesMinor;
}

// More than any policy of the corpora needs by a factor of ten; Kubernetes has the same kind of limits.
const LIMITS = { maxAstNodes: 10_000, maxDepth: 100, maxListElements: 1000, maxMapEntries: 1000, maxCallArguments: 32 };

const bases = new Map<KubernetesMinor, Environment>();

export function createEnvironment(options: CelEnvironmentOptions): CelEnvironment {
  const kubernetesMinor = options.kubernetesMinor ?? DEFAULT_KUBERNETES_MINOR;
  const engine = baseOf(kubernetesMinor).clone();
  for (const name of options.variables) engine.registerVariable(name, "dyn");
  return { variables: options.variables, kubernetesMinor, engine };
}

function baseOf(minor: KubernetesMinor): Environment {
  const existing = bases.get(minor);
  if (existing !== undefined) return existing;
  const base = new Environment({
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: true,
    unlistedVariablesAreDyn: false,
    limits: LIMITS,
  });
  for (const library of LIBRARIES) if (library.sinceMinor <= minor) library.register(base);
  bases.set(minor, base);
  return base;
}
