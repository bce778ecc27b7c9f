import { AppError, DOCUMENT_KINDS, documentJsonSchema } from "@fairlead/domain";
import * as z from "zod";
import { publicRoute } from "../rest/rest-route.ts";

/**
 * The JSON Schema of each kind of document. Editors fetch it without a token, and it is the same for everybody:
 * `# yaml-language-server: $schema=https://…/api/v1/schemas/service.json`.
 */
export const documentSchemaRoute = publicRoute(
  {
    path: "/schemas/{file}",
    summary: "Gives the JSON Schema of a kind of document, such as service.json or template.json.",
    params: z.strictObject({ file: z.string().max(40) }),
    answer: z.looseObject({ $schema: z.string(), title: z.string() }),
  },
  ({ file }) => {
    const kind = DOCUMENT_KINDS.find((name) => `${name.toLowerCase()}.json` === file.toLowerCase());
    if (kind !== undefined)
      return z.looseObject({ $schema: z.string(), title: z.string() }).parse(documentJsonSchema(kind));
    const there = DOCUMENT_KINDS.map((name) => `${name.toLowerCase()}.json`).join(", ");
    throw new AppError("not-found", `There is no schema ${file}. There are ${there}.`);
  },
);
