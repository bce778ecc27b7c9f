import { type Actor, AppError, documentName, type Violation } from "@fairlead/domain";
import type { Finding } from "@fairlead/portability";
import { readYaml, writeYaml, type YamlProblem } from "@fairlead/yaml";
import * as z from "zod";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { adoptManifests } from "../offline/adopt-manifests.ts";
import { objectsIn } from "../offline/objects-in.ts";

type Json = z.infer<ReturnType<typeof z.json>>;

/** Manifests as somebody pasted them. */
export interface AdoptInput {
  text: string;
  owner: string;
  environments: readonly string[];
}

export interface AdoptedDocument {
  kind: string;
  name: string;
  yaml: string;
  value: Record<string, Json>;
}

/** What pasted manifests become, before anything is saved. */
export interface AdoptedServices {
  documents: AdoptedDocument[];
  findings: (Omit<Finding, "value"> & { value: Json })[];
  open: { document: string; violation: Violation }[];
}

/**
 * Reads pasted manifests into declarations, with the templates of this installation. Writes nothing.
 *
 * @throws AppError `invalid` where the text cannot be read, or is no manifest; with lines
 */
export async function adoptServices(
  deps: Pick<Deps, "read">,
  actor: Actor,
  { text, owner, environments }: AdoptInput,
): Promise<AdoptedServices> {
  requirePermission(actor, "service.declare", { team: owner });
  const { documents, problems } = readYaml(text);
  if (problems.length > 0) throw new AppError("invalid", "This cannot be read.", { violations: problems.map(inLine) });
  const objects = documents.flatMap(({ value }) => objectsIn(value) ?? []);
  if (objects.length === 0) {
    throw new AppError(
      "invalid",
      "There are no manifests in this. Paste what helm template or kubectl get -o yaml says.",
    );
  }
  const templates = await deps.read.catalog.templates();
  const adopted = adoptManifests(objects, { owner, environments, templates });
  return {
    open: adopted.open,
    findings: adopted.findings.map((finding) => ({ ...finding, value: asJson.parse(finding.value) })),
    documents: adopted.documents.map((document) => ({
      kind: document.kind,
      name: documentName(document),
      yaml: writeYaml(document),
      value: asDocument.parse(document),
    })),
  };
}

/** They came as YAML, which has nothing else. */
const asJson = z.json();
const asDocument = z.record(z.string(), asJson);

function inLine({ line, column, reason, remedy }: YamlProblem): Violation {
  return { path: `line ${line}, column ${column}`, reason, remedy, severity: "error" };
}
