import { parameterSchema, type TemplateDocument, type Violation } from "@fairlead/domain";
import { parameterValidator } from "./parameter-validator.ts";

/** Whether a template's further questions are JSON Schema 2020-12, and whether the defaults given for them fit. */
export function checkParameterSchema({ spec }: TemplateDocument): Violation[] {
  const { parameters, form } = spec;
  if (parameters === undefined) return [];
  const validator = parameterValidator(parameters);
  if (!validator.ok) {
    const remedy = "Write it like {type: object, properties: {cache: {type: boolean}}}.";
    return [{ path: "spec.parameters", reason: validator.error, remedy, severity: "error" }];
  }
  const asked = form.flatMap(({ fields }, section) =>
    fields.flatMap(({ path, default: value }, index) =>
      path.startsWith("parameters.") && value !== undefined
        ? [{ at: `spec.form.${section}.fields.${index}.default`, path: path.slice("parameters.".length), value }]
        : [],
    ),
  );
  return [
    ...Object.keys(Object(parameters.properties)).flatMap((name) => {
      const schema = parameterSchema(parameters, name);
      const value: unknown = Reflect.get(Object(schema), "default");
      return value === undefined ? [] : fits(parameters, name, value, `spec.parameters.properties.${name}.default`);
    }),
    ...asked.flatMap(({ at, path, value }) => fits(parameters, path, value, at)),
  ];
}

/** One default, held against the part of the schema that is its own; definitions stay at hand. */
function fits(parameters: Record<string, unknown>, path: string, value: unknown, at: string): Violation[] {
  const schema = parameterSchema(parameters, path);
  const definitions = Object.hasOwn(parameters, "$defs") ? { $defs: parameters.$defs } : {};
  const whole = { type: "object", properties: { it: schema ?? {} }, ...definitions };
  const validator = parameterValidator(whole);
  if (!validator.ok) return [];
  return validator.value({ it: value }).map(({ path: inside, ...violation }) => ({
    ...violation,
    path: [at, ...inside.split(".").slice(1)].join("."),
  }));
}
