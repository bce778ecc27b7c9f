import { mergePatch } from "../document/merge-patch.ts";
import { API_VERSION } from "../document/metadata.ts";
import { type ServiceDocument, serviceSchema } from "../document/service/spec.ts";
import type { TemplateDocument } from "../document/template.ts";
import { patchAt, valueAt } from "./value-at.ts";

/** The names of the example: nobody's. */
const NAME = "example";
const OWNER = "example-team";
const DIGEST = "0".repeat(64);

/**
 * The smallest declaration that a template takes: a name, an image, and an answer to each question that takes one.
 * What comes out of it is what every service of the template gets. `undefined` where its examples do not fit.
 */
export function exampleService(template: TemplateDocument): ServiceDocument | undefined {
  const { name, version, title } = template.metadata;
  const start = {
    apiVersion: API_VERSION,
    kind: "Service",
    metadata: { name: NAME, title: `Example of ${title}` },
    spec: {
      template: `${name}@${version}`,
      owner: OWNER,
      ...(template.spec.workload === "None"
        ? {}
        : { image: `registry.example.com/example/${name}:v1.0.0@sha256:${DIGEST}` }),
    },
  };
  const answered = template.spec.form
    .flatMap(({ fields }) => fields)
    .filter(({ required, when, example }) => required === true && when === undefined && example !== undefined)
    .reduce<unknown>((document, { path, example }) => {
      const at = path.startsWith("parameters.") ? `spec.${path}` : path;
      return valueAt(document, at) === undefined ? mergePatch(document, patchAt(at, example)) : document;
    }, start);
  const parsed = serviceSchema.safeParse(answered);
  return parsed.success ? parsed.data : undefined;
}
