import { applyDocuments } from "@fairlead/application";
import { AppError, type Violation } from "@fairlead/domain";
import * as z from "zod";
import { restRoute } from "../rest/rest-route.ts";
import { appliedSchema } from "./applied-dto.ts";
import { given } from "./given.ts";

const MIB = 1024 * 1024;
const MAX_DOCUMENTS = 2000;
const MAX_DOCUMENT_BYTES = MIB;

const bodySchema = z.strictObject({
  documents: z.array(z.unknown()).min(1).max(MAX_DOCUMENTS).describe("Documents of apiVersion fairlead.dev/v1alpha1."),
  reason: z.string().max(500).optional().describe("Why, for those who read the history."),
  source: z.enum(["portal", "repository"]).optional(),
});

export const applyRoute = restRoute(
  {
    method: "POST",
    path: "/apply",
    summary: "Takes documents into the catalog: all of them, or none.",
    // Whose documents these may be, the use case decides for each: a team's own, or the platform's.
    permission: "service.edit",
    params: z.strictObject({}),
    query: z.strictObject({}),
    body: bodySchema,
    maxBytes: 4 * MIB,
    status: 200,
    answer: appliedSchema,
  },
  async ({ deps, actor }, { body: { documents, reason, source } }) => {
    refuseLarge(documents);
    const located = documents.map((value, index) => ({ value, where: `documents.${index}` }));
    const applied = await applyDocuments(deps, actor, { documents: located, ...given({ reason, source }) }).catch(
      (error: unknown) => {
        throw error instanceof AppError ? withPaths(error) : error;
      },
    );
    return {
      documents: applied.documents.map(({ kind, name, saved }) => ({ kind, name, change: saved })),
      warnings: applied.warnings.map(withPath),
    };
  },
);

function refuseLarge(documents: readonly unknown[]): void {
  const large = documents.findIndex((document) => JSON.stringify(document).length > MAX_DOCUMENT_BYTES);
  if (large < 0) return;
  throw new AppError("too-large", `Document ${large + 1} is larger than 1 MiB. Move what is large out of it.`);
}

/** A violation's path begins with the document's place in the request, so that the sender finds it again. */
function withPath({ where, ...violation }: Violation & { where?: string }): Violation {
  return { ...violation, path: [where, violation.path].filter((part) => part !== undefined && part !== "").join(".") };
}

function withPaths(error: AppError): AppError {
  const { violations, ...details } = error.details;
  if (violations === undefined) return error;
  return new AppError(
    error.code,
    error.message,
    { ...details, violations: violations.map(withPath) },
    { cause: error },
  );
}
