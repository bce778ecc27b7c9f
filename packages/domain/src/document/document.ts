import type * as z from "zod";
import type { Violation } from "../violation.ts";
import { type Checked, checkService } from "./check-service.ts";
import { type ClusterDocument, clusterSchema } from "./cluster.ts";
import { describeIssues } from "./describe-issues.ts";
import { type EnvironmentDocument, environmentSchema } from "./environment.ts";
import { API_VERSION } from "./metadata.ts";
import { type ResourceDocument, resourceSchema } from "./resource.ts";
import type { ServiceDocument } from "./service/spec.ts";
import { type SystemDocument, systemSchema } from "./system.ts";
import { type TeamDocument, teamSchema } from "./team.ts";
import { type TemplateDocument, templateSchema } from "./template.ts";

export type FairleadDocument =
  | ServiceDocument
  | ResourceDocument
  | SystemDocument
  | TeamDocument
  | TemplateDocument
  | EnvironmentDocument
  | ClusterDocument;

export type DocumentKind = FairleadDocument["kind"];

function by<T>(schema: z.ZodType<T>): (value: unknown) => Checked<T> {
  return (value) => {
    const parsed = schema.safeParse(value, { reportInput: true });
    return parsed.success
      ? { document: parsed.data, violations: [] }
      : { violations: describeIssues(parsed.error.issues, [], schema) };
  };
}

const CHECKS = {
  Service: checkService,
  Resource: by(resourceSchema),
  System: by(systemSchema),
  Team: by(teamSchema),
  Template: by(templateSchema),
  Environment: by(environmentSchema),
  Cluster: by(clusterSchema),
} as const satisfies Record<DocumentKind, (value: unknown) => Checked<FairleadDocument>>;

export const DOCUMENT_KINDS = Object.keys(CHECKS) as DocumentKind[];

/** Checks one document of any kind, as it came from outside. */
export function checkDocument(value: unknown): Checked<FairleadDocument> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { violations: [violation("", "is not a document", "Begin with apiVersion, kind, metadata and spec.")] };
  }
  if (!("apiVersion" in value) || value.apiVersion !== API_VERSION) {
    return { violations: [violation("apiVersion", `is not ${API_VERSION}`, `Write apiVersion: ${API_VERSION}.`)] };
  }
  const kind = "kind" in value ? value.kind : undefined;
  const known = DOCUMENT_KINDS.find((name) => name === kind);
  if (known === undefined) {
    return {
      violations: [
        violation("kind", "is not a kind that Fairlead knows", `Choose one of ${DOCUMENT_KINDS.join(", ")}.`),
      ],
    };
  }
  return CHECKS[known](value);
}

/** What a document is called among its kind: the name, with the version for a template. */
export function documentName(document: FairleadDocument): string {
  return document.kind === "Template"
    ? `${document.metadata.name}@${document.metadata.version}`
    : document.metadata.name;
}

function violation(path: string, reason: string, remedy: string): Violation {
  return { path, reason, remedy, severity: "error" };
}
