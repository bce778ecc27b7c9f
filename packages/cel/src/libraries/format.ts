import { Optional } from "@marcbachmann/cel-js";
import { type CelLibrary, SYNC } from "./library.ts";
import { NAMED_FORMATS } from "./named-formats.ts";

const TYPE = "kubernetes.NamedFormat";

class NamedFormat {
  readonly name: string;
  readonly problem: (text: string) => string | undefined;

  constructor(name: string, problem: (text: string) => string | undefined) {
    this.name = name;
    this.problem = problem;
  }
}

class FormatNamespace {}

/** `format.dns1123Label().validate(x)`: https://pkg.go.dev/k8s.io/apiserver/pkg/cel/library#Format */
export const format: CelLibrary = {
  name: "format",
  sinceMinor: 31,
  register(environment) {
    const formats = new Map(NAMED_FORMATS.map(({ name, problem }) => [name, new NamedFormat(name, problem)]));
    environment
      .registerType(TYPE, NamedFormat)
      .registerType("FormatNamespace", FormatNamespace)
      .registerConstant("format", "FormatNamespace", new FormatNamespace())
      .registerOperator(`${TYPE} == ${TYPE}`, (a: NamedFormat, b: NamedFormat) => a.name === b.name)
      .registerFunction(
        `FormatNamespace.named(string): optional<${TYPE}>`,
        (_: unknown, name: string) => Optional.of(formats.get(name)),
        SYNC,
      )
      .registerFunction(`${TYPE}.validate(string): optional<list<string>>`, validate, SYNC);
    for (const [name, value] of formats) {
      environment.registerFunction(`FormatNamespace.${name}(): ${TYPE}`, () => value, SYNC);
    }
  },
};

/** Empty where the text fits, else what is wrong with it. */
function validate(named: NamedFormat, text: string): Optional {
  const problem = named.problem(text);
  return problem === undefined ? Optional.none() : Optional.of([problem]);
}
