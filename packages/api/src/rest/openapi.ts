import * as z from "zod";
import { MAX_KEY_LENGTH, MIN_KEY_LENGTH } from "./idempotently.ts";
import { REST_ROOT } from "./match-route.ts";
import { problemSchema } from "./problem.ts";
import { PUBLIC, type RestRoute } from "./rest-route.ts";

type JsonSchema = Record<string, unknown>;

/** Describes the routes as OpenAPI 3.1, from the schemas that check them. */
export function openApiDocument(routes: readonly RestRoute[]) {
  const schemas: Record<string, unknown> = {};
  const schemaOf = (schema: z.core.$ZodType, io: "input" | "output") =>
    hoist(z.toJSONSchema(schema, { io, override: ({ jsonSchema }) => simplify(jsonSchema, io) }), schemas);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route, schemaOf) };
  }
  schemas.Problem = schemaOf(problemSchema, "output");
  return {
    openapi: "3.1.0",
    info: {
      title: "Fairlead",
      version: "v1",
      description: "Declare services, deploy them, watch them, find who answers for them. Bearer tokens only.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: REST_ROOT }],
    security: [{ token: [] }],
    paths,
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } }, schemas },
  };
}

/** Takes out what zod says beyond what a reader needs: bounds of JavaScript's numbers, the grammar behind a format. */
function simplify(schema: z.core.JSONSchema.BaseSchema, io: "input" | "output"): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.additionalProperties !== undefined) delete schema.propertyNames;
  // Answers may get more fields; whoever reads them must not stumble over that.
  if (io === "output" && schema.additionalProperties === false) delete schema.additionalProperties;
}

type SchemaOf = (schema: z.core.$ZodType, io: "input" | "output") => JsonSchema;

function operation(route: RestRoute, schemaOf: SchemaOf) {
  const parameters = [
    ...parametersOf(route.params, "path", schemaOf),
    ...parametersOf(route.query, "query", schemaOf),
    ...(route.method === "POST" ? [IDEMPOTENCY_KEY] : []),
  ];
  const body = route.body === undefined ? {} : { requestBody: json(schemaOf(route.body, "input"), { required: true }) };
  return {
    operationId: operationId(route),
    summary: route.summary,
    "x-permission": route.permission,
    ...(route.permission === PUBLIC ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...body,
    responses: {
      [route.status]: json(schemaOf(route.answer, "output"), { description: "Done." }),
      default: {
        description: "What went wrong, and what to do (RFC 9457).",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function json(schema: JsonSchema, rest: Record<string, unknown>) {
  return { ...rest, content: { "application/json": { schema } } };
}

const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "A repeated request with the same key gets the first answer and changes nothing.",
  schema: { type: "string", minLength: MIN_KEY_LENGTH, maxLength: MAX_KEY_LENGTH },
};

function parametersOf(object: z.ZodObject, where: "path" | "query", schemaOf: SchemaOf) {
  return Object.entries(object.shape).map(([name, schema]) => ({
    name,
    in: where,
    required: !(schema instanceof z.ZodOptional || schema instanceof z.ZodDefault),
    schema: schemaOf(schema, "input"),
  }));
}

/** `GET /services/{name}/status` becomes `getServicesNameStatus`. */
function operationId({ method, path }: RestRoute): string {
  const words = path.split("/").filter((segment) => segment !== "");
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return method.toLowerCase() + words.map((segment) => capital(segment.replace(/[{}]/g, ""))).join("");
}

/** Moves a schema's `$defs` to the document's components, where OpenAPI looks for what is shared. */
function hoist(schema: JsonSchema, into: Record<string, unknown>): JsonSchema {
  const { $defs = {}, $schema: _, ...rest } = rewriteRefs(schema);
  Object.assign(into, z.record(z.string(), z.unknown()).parse($defs));
  return rest;
}

function rewriteRefs(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
}
