import * as z from "zod";
import { ROLES } from "../access/role.ts";
import { API_VERSION } from "./metadata.ts";
import { sizeName, templateName } from "./name.ts";
import { byteQuantity, cpuQuantity } from "./quantity.ts";
import { runtimeSchema } from "./service/spec.ts";
import { text } from "./text.ts";
import { traitsSchema } from "./traits.ts";

export const WORKLOADS = ["Deployment", "StatefulSet", "CronJob", "Job", "None"] as const;
export type Workload = (typeof WORKLOADS)[number];

const specPath = z
  .string()
  .regex(/^(spec|parameters|metadata)(\.[A-Za-z][A-Za-z0-9]*)+$/, "is not a path||Write it like spec.scale.min.");

/** The least and the most of a number, as a rule for one environment. */
const boundsSchema = z.strictObject({ min: z.number().optional(), max: z.number().optional() });

/** One question of the form. Its type comes from the schema of the declaration. */
export const formFieldSchema = z.strictObject({
  path: specPath.describe("Which field of the declaration, such as spec.scale.min or parameters.cache."),
  label: text(80).optional().describe("The question, in a word or three."),
  help: text(400).optional().describe("Why it is asked, and what a good answer looks like."),
  default: z.json().optional().describe("The answer where nobody gives one."),
  example: z.json().optional().describe("What a good answer looks like. The template's example gives it."),
  required: z.boolean().optional().describe("No service without an answer."),
  when: text(1000).optional().describe("CEL over spec, environment, cluster, parameters: asked only while this holds."),
  bounds: z.record(z.string(), boundsSchema).optional().describe("By environment; * for all."),
  more: z.boolean().optional().describe("Shown under “More”."),
});
export type FormField = z.infer<typeof formFieldSchema>;

export const sizeSchema = z.strictObject({
  cpu: cpuQuantity,
  memory: byteQuantity,
  ephemeralStorage: byteQuantity,
  /** CPU limit equal to the request instead of four times as much. */
  guaranteed: z.boolean().optional(),
});
export type Size = z.infer<typeof sizeSchema>;

const object = z.record(z.string(), z.json());

const templateSpecSchema = z.strictObject({
  workload: z.enum(WORKLOADS).describe("What runs. None: extras only, or off the platform."),
  form: z
    .array(z.strictObject({ section: text(80), fields: z.array(formFieldSchema).max(50) }))
    .max(20)
    .describe("What is asked, section by section."),
  defaults: z.strictObject({ spec: runtimeSchema.optional() }).optional(),
  locked: z.array(specPath).optional().describe("Shown, and the template's to decide."),
  editableBy: z
    .record(specPath, z.array(z.enum(ROLES)))
    .optional()
    .describe("Fields that only these roles may change."),
  hidden: z.array(specPath).optional().describe("Fields that are not offered."),
  parameters: object.optional().describe("JSON Schema 2020-12 of further questions."),
  sizes: z
    .record(sizeName, sizeSchema)
    .refine((sizes) => Object.keys(sizes).length > 0, "has no size||Give at least one, such as small."),
  traits: traitsSchema.optional(),
  fit: z
    .array(z.strictObject({ ask: text(400), yes: z.enum(["discourage", "forbid"]), because: text(400) }))
    .max(20)
    .optional(),
  patches: z
    .array(z.strictObject({ when: text(1000).optional(), target: z.strictObject({ kind: text(80) }), merge: object }))
    .max(50)
    .optional(),
  extras: z
    .array(z.strictObject({ when: text(1000).optional(), object }))
    .max(50)
    .optional(),
});

/** A golden template: an opinion as data. Builders make every object; the baseline comes after it. */
export const templateSchema = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("Template"),
  metadata: z.strictObject({
    name: templateName,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, "is not a version||Write it like 1.0.0."),
    title: text(80),
    description: text(500),
    owner: text(80),
  }),
  spec: templateSpecSchema
    .refine(({ defaults, sizes }) => defaults?.spec?.size === undefined || Object.hasOwn(sizes, defaults.spec.size), {
      path: ["defaults", "spec", "size"],
      error: "is not one of the sizes||Name one of them.",
    })
    .refine(({ form }) => new Set(questions(form)).size === questions(form).length, {
      path: ["form"],
      error: "asks for the same thing twice||Ask each question once.",
    }),
});
export type TemplateDocument = z.infer<typeof templateSchema>;

function questions(form: readonly { fields: readonly FormField[] }[]): string[] {
  return form.flatMap(({ fields }) => fields.map(({ path }) => path));
}
