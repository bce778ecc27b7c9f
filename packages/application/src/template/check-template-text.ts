import {
  type Actor,
  compareVersions,
  exampleService,
  type SuggestedVersion,
  suggestVersion,
  type TemplateDocument,
  type Violation,
} from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { type PlacedViolation, readTemplateText } from "./read-template-text.ts";
import { tryTemplate } from "./try-template.ts";

export interface CheckedTemplate {
  /** There where its shape is right, whatever else is wrong. */
  document?: TemplateDocument;
  violations: PlacedViolation[];
  /** The newest version that is published. */
  newest?: string;
  /** What the next one should be called; missing where nothing changed. */
  suggested?: SuggestedVersion;
}

type Needs = Pick<Deps, "read" | "judge" | "defaultProfile" | "portalUrl">;

/**
 * Checks a template while somebody writes it: its text, its shape, its meaning, and what comes out of it in each
 * environment for a service that answers nothing but what must be answered.
 *
 * @param name of the template that is written; a version of another one is a mistake
 */
export async function checkTemplateText(
  deps: Needs,
  actor: Actor,
  { name, text }: { name: string; text: string },
): Promise<CheckedTemplate> {
  requirePermission(actor, "template.edit");
  const [environments, newest] = await Promise.all([deps.read.catalog.environments(), newestOf(deps, name)]);
  const read = readTemplateText(
    text,
    environments.map((environment) => environment.metadata.name),
  );
  const { document } = read;
  const published = newest === undefined ? {} : { newest: newest.metadata.version };
  if (document === undefined) return { ...published, violations: read.violations };
  const tried = read.violations.some(({ severity }) => severity === "error")
    ? []
    : tryTemplate(document, exampleService(document), environments, deps);
  const further = [...checkIdentity(document, name, newest), ...tried];
  const suggested = newest === undefined ? undefined : suggestVersion(newest, document);
  return {
    ...published,
    document,
    violations: [...read.violations, ...further.map(read.place)],
    ...(suggested === undefined ? {} : { suggested }),
  };
}

/** The newest published version of a template. */
export async function newestOf({ read }: Pick<Deps, "read">, name: string): Promise<TemplateDocument | undefined> {
  return (await read.catalog.templates()).find(({ metadata }) => metadata.name === name);
}

function checkIdentity(document: TemplateDocument, name: string, newest: TemplateDocument | undefined): Violation[] {
  const { metadata } = document;
  if (metadata.name !== name) {
    const reason = `is another template's name: this is ${name}`;
    return [{ path: "metadata.name", reason, remedy: `Write name: ${name}.`, severity: "error" }];
  }
  if (newest === undefined || compareVersions(metadata.version, newest.metadata.version) > 0) return [];
  const next = suggestVersion(newest, document)?.version;
  const reason = `is not higher than ${newest.metadata.version}, which is published and never changes`;
  const remedy = next === undefined ? "Give what you change a higher version." : `Write version: ${next}.`;
  return [{ path: "metadata.version", reason, remedy, severity: "error" }];
}
