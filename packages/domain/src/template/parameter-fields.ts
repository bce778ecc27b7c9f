import { isGroup } from "./is-group.ts";
import { valueAt } from "./value-at.ts";

/** The names of the questions that a template adds, at a dotted path inside them (`""` for the first level). */
export function parameterNames(parameters: unknown, path = ""): string[] {
  const properties = valueAt(parameters, path === "" ? "properties" : `${schemaPath(path)}.properties`);
  return isGroup(properties) ? Object.keys(properties) : [];
}

/** The JSON Schema of one further question, by its dotted path without `parameters.`. */
export function parameterSchema(parameters: unknown, path: string): unknown {
  return valueAt(parameters, schemaPath(path));
}

/** What further questions are answered with where nobody says otherwise. */
export function parameterDefaults(parameters: unknown): Record<string, unknown> {
  const names = parameterNames(parameters);
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueAt(parameters, `properties.${name}.default`);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function schemaPath(path: string): string {
  return path
    .split(".")
    .map((name) => `properties.${name}`)
    .join(".");
}
