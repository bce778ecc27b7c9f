import * as z from "zod";
import { clusterSchema } from "./cluster.ts";
import type { DocumentKind } from "./document.ts";
import { environmentSchema } from "./environment.ts";
import { resourceSchema } from "./resource.ts";
import { serviceSchema } from "./service/spec.ts";
import { systemSchema } from "./system.ts";
import { teamSchema } from "./team.ts";
import { templateSchema } from "./template.ts";

const DESCRIBED = {
  Service: { schema: serviceSchema, description: "What a team runs." },
  Resource: { schema: resourceSchema, description: "Something off the platform: a database, a SaaS, a mainframe." },
  System: { schema: systemSchema, description: "A group of services and resources with a purpose." },
  Team: {
    schema: teamSchema,
    description: "Who somebody is, by groups of the identity provider, and how to reach them.",
  },
  Template: { schema: templateSchema, description: "A golden template: an opinion as data." },
  Environment: { schema: environmentSchema, description: "An environment: its order, its rules, its clusters." },
  Cluster: { schema: clusterSchema, description: "A cluster, by reference to its credentials." },
} as const satisfies Record<DocumentKind, { schema: z.ZodType; description: string }>;

/**
 * The JSON Schema (2020-12) of a kind of document, for editors: completion, hints and most mistakes. What fields have
 * to do with one another is beyond it; `checkDocument` knows that too.
 */
export function documentJsonSchema(kind: DocumentKind): Record<string, unknown> {
  const { schema, description } = DESCRIBED[kind];
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    override: ({ jsonSchema }) => simplify(jsonSchema),
  });
  return { $schema, title: `Fairlead ${kind}`, description, ...rest };
}

/** Bounds of JavaScript's numbers say nothing to a reader, nor do zod's own names of formats beside their grammar. */
function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.pattern !== undefined) delete schema.format;
}
