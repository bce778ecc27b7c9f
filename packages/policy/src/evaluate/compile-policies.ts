import {
  type CelEnvironment,
  type CelProgram,
  compile,
  createEnvironment,
  DEFAULT_KUBERNETES_MINOR,
  type FieldTypes,
  type KubernetesMinor,
} from "@fairlead/cel";
import { err, ok, type Result } from "@fairlead/domain";
import type { Policy, PolicyBinding, PolicyProblem } from "../document/policy.ts";
import { ADMISSION_TYPES } from "./admission-types.ts";
import type { CompiledPolicies, CompiledPolicy, CompiledValidation, NamedProgram } from "./compiled-policy.ts";
import { SharedExpressions, type ShareId } from "./shared-expressions.ts";

export interface CompileOptions {
  /** Which policies take effect, and how. Without, all do: those of low severity warn, the others deny. */
  readonly bindings?: readonly PolicyBinding[];
  /** Of the cluster that would take them. */
  readonly kubernetesMinor?: KubernetesMinor;
}

const VARIABLES = ["object", "oldObject", "request", "namespaceObject", "variables", "authorizer"];

/** Parses and checks the expressions of all policies, once. All that is wrong is told at once. */
export function compilePolicies(
  policies: readonly Policy[],
  options: CompileOptions = {},
): Result<CompiledPolicies, PolicyProblem[]> {
  // A cluster takes only what the version before its own knows too, so that it can be rolled back:
  // https://github.com/kubernetes/apiserver/blob/v0.36.3/pkg/cel/environment/base.go
  const kubernetesMinor = (options.kubernetesMinor ?? DEFAULT_KUBERNETES_MINOR) - 1;
  const environments = {
    plain: createEnvironment({ variables: VARIABLES, kubernetesMinor }),
    withParams: createEnvironment({ variables: [...VARIABLES, "params"], kubernetesMinor }),
  };
  const shared = new SharedExpressions();
  const problems: PolicyProblem[] = [];
  const compiled: CompiledPolicy[] = [];
  const leftOut: { policy: string; reason: string }[] = [];
  for (const policy of policies) {
    const bindings = bindingsOf(policy, options.bindings);
    if (bindings.length === 0) continue;
    const environment = policy.spec.paramKind === undefined ? environments.plain : environments.withParams;
    const result = new PolicyCompiler(policy, environment, shared).compile(bindings);
    problems.push(...result.problems);
    if (asksAuthorizer(result.compiled)) {
      leftOut.push({ policy: policy.id, reason: "It asks who may do what, which only a cluster knows." });
    } else {
      compiled.push(result.compiled);
    }
  }
  return problems.length > 0 ? err(problems) : ok({ policies: compiled, leftOut });
}

function bindingsOf(policy: Policy, bindings: readonly PolicyBinding[] | undefined): readonly PolicyBinding[] {
  if (bindings !== undefined) return bindings.filter((binding) => binding.spec.policyName === policy.name);
  return [
    {
      name: policy.name,
      spec: { policyName: policy.name, validationActions: [policy.severity === "low" ? "Warn" : "Deny"] },
    },
  ];
}

const GIVES: Readonly<Record<string, string>> = { bool: "true or false", string: "a text" };

class PolicyCompiler {
  readonly #policy: Policy;
  readonly #environment: CelEnvironment;
  readonly #shared: SharedExpressions;
  readonly #problems: PolicyProblem[] = [];
  /** Of the variables so far. */
  readonly #types: Record<string, string> = {};

  constructor(policy: Policy, environment: CelEnvironment, shared: SharedExpressions) {
    this.#policy = policy;
    this.#environment = environment;
    this.#shared = shared;
  }

  compile(bindings: readonly PolicyBinding[]): { compiled: CompiledPolicy; problems: PolicyProblem[] } {
    const { matchConditions, variables, validations, auditAnnotations } = this.#policy.spec;
    const conditions = matchConditions.flatMap(({ name, expression }, index) =>
      this.#named(name, expression, `spec.matchConditions[${index}].expression`, "bool").map((condition) => ({
        ...condition,
        share: this.#shared.ofCondition(condition.program),
      })),
    );
    const named: NamedProgram[] = [];
    const shares = new Map<string, ShareId | undefined>();
    for (const [index, { name, expression }] of variables.entries()) {
      const [variable] = this.#named(name, expression, `spec.variables[${index}].expression`);
      if (variable !== undefined) {
        shares.set(name, this.#shared.ofVariable(variable.program, shares));
        named.push({ ...variable, share: shares.get(name) });
      }
      // A variable may use those above it, and no others: so they cannot go round in circles.
      this.#types[name] = variable?.program.type ?? "dyn";
    }
    const checks = validations.flatMap((source, index) => this.#validation(source, `spec.validations[${index}]`));
    const annotations = auditAnnotations.flatMap(({ key, valueExpression }, index) =>
      this.#named(key, valueExpression, `spec.auditAnnotations[${index}].valueExpression`, "string", "null"),
    );
    const compiled: CompiledPolicy = {
      policy: this.#policy,
      bindings,
      environment: this.#environment,
      conditions,
      variables: named,
      validations: checks,
      annotations,
    };
    return { compiled, problems: this.#problems };
  }

  #validation(source: CompiledValidation["source"], path: string): CompiledValidation[] {
    const program = this.#compile(source.expression, `${path}.expression`, ["bool"]);
    const messagePath = `${path}.messageExpression`;
    const message =
      source.messageExpression === undefined
        ? undefined
        : this.#compile(source.messageExpression, messagePath, ["string"]);
    if (message?.identifiers.names.has("authorizer") === true) {
      this.#refuse(messagePath, "A message cannot ask who may do what.");
    }
    return program === undefined ? [] : [{ source, program, message }];
  }

  #named(name: string, expression: string, path: string, ...types: readonly string[]): NamedProgram[] {
    const program = this.#compile(expression, path, types);
    return program === undefined ? [] : [{ name, program, share: undefined }];
  }

  /** `types` are those that it may give; none allows any. */
  #compile(expression: string, path: string, types: readonly string[]): CelProgram | undefined {
    const known: FieldTypes = { ...ADMISSION_TYPES, variables: this.#types };
    const result = compile(expression, this.#environment, known);
    if (!result.ok) {
      this.#refuse(path, result.error.message);
      return undefined;
    }
    const { type, identifiers, unknownFields } = result.value;
    for (const way of unknownFields) {
      const [, name, field] = /^(.*)\.([^.]*)$/.exec(way) ?? [];
      this.#refuse(
        path,
        name === "variables" ? `No variable above is called ${field}.` : `${name} has no field ${field}.`,
      );
    }
    // A word of the engine's that Kubernetes leaves out.
    if (identifiers.names.has("cel")) this.#refuse(path, "Kubernetes has no cel.bind. Use spec.variables.");
    if (types.length > 0 && unknownFields.length === 0 && !types.includes(type)) {
      const wanted = types.map((name) => GIVES[name] ?? name).join(" or ");
      this.#refuse(
        path,
        type === "dyn"
          ? `It gives whatever lies there, and must give ${wanted}. Compare it, as in … == true.`
          : `It gives ${type}, and must give ${wanted}.`,
      );
    }
    return result.value;
  }

  #refuse(path: string, reason: string): void {
    this.#problems.push({ policy: this.#policy.id, path, reason });
  }
}

function asksAuthorizer({ conditions, variables, validations, annotations }: CompiledPolicy): boolean {
  const programs = [...conditions, ...variables, ...validations, ...annotations].map(({ program }) => program);
  return programs.some((program) => program.identifiers.names.has("authorizer"));
}
