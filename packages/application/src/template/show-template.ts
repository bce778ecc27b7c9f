import {
  type Actor,
  type Decision,
  decide,
  exampleService,
  type ServiceDocument,
  type TemplateDocument,
  type Violation,
} from "@fairlead/domain";
import type { Gap } from "@fairlead/manifests";
import { writeYaml } from "@fairlead/yaml";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { examine } from "../release/examine.ts";
import { type ManifestView, manifestView } from "../service/preview-service.ts";
import { newestOf } from "./check-template-text.ts";
import { noTemplate } from "./save-template-draft.ts";
import type { TemplateDraft, TemplateListItem, TemplateUser, TemplateVersionView } from "./template-reader.ts";
import { exampleInput } from "./try-template.ts";

export interface TemplateDetails {
  /** The newest version. */
  document: TemplateDocument;
  /** Its text: as it was written, or written out where nobody kept that. */
  text: string;
  versions: TemplateVersionView[];
  /** At most 500. */
  users: TemplateUser[];
  draft?: Pick<TemplateDraft, "by" | "at">;
  can: { edit: Decision };
}

const MAX_USERS = 500;

export function listTemplateUse(deps: Pick<Deps, "read">, actor: Actor): Promise<TemplateListItem[]> {
  requirePermission(actor, "catalog.read");
  return deps.read.template.list();
}

/** Everything about a template: what it is, its versions, who uses which. */
export async function showTemplate(deps: Pick<Deps, "read">, actor: Actor, name: string): Promise<TemplateDetails> {
  requirePermission(actor, "catalog.read");
  const document = await newestOf(deps, name);
  if (document === undefined) throw noTemplate(name);
  const { template } = deps.read;
  const [text, versions, users, draft] = await Promise.all([
    textOf(deps, document),
    template.versions(name),
    template.users(name, MAX_USERS),
    template.draft(name),
  ]);
  return {
    document,
    text,
    versions,
    users,
    ...(draft === undefined ? {} : { draft: { by: draft.by, at: draft.at } }),
    can: { edit: decide(actor, "template.edit") },
  };
}

/** What the editor opens with: the draft, or the newest version's text. */
export async function openTemplate(
  deps: Pick<Deps, "read">,
  actor: Actor,
  name: string,
): Promise<{
  published: { version: string; text: string };
  draft?: TemplateDraft;
  can: { edit: Decision; publish: Decision };
}> {
  requirePermission(actor, "catalog.read");
  const document = await newestOf(deps, name);
  if (document === undefined) throw noTemplate(name);
  const [text, draft] = await Promise.all([textOf(deps, document), deps.read.template.draft(name)]);
  return {
    published: { version: document.metadata.version, text },
    ...(draft === undefined ? {} : { draft }),
    can: { edit: decide(actor, "template.edit"), publish: decide(actor, "template.publish") },
  };
}

/** What a service of the template gets that answers only what it must. */
export interface TemplateExample {
  environment: string;
  /** The declaration, as YAML; empty where the template's own examples do not fit. */
  declaration: string;
  manifests: ManifestView[];
  violations: Violation[];
  gaps: Gap[];
  passed: number;
}

/** Renders a template's example for an environment; for the last in order where none is named. */
export async function exampleOfTemplate(
  deps: Pick<Deps, "read" | "judge" | "defaultProfile" | "portalUrl">,
  actor: Actor,
  { name, environment: wanted }: { name: string; environment?: string },
): Promise<TemplateExample | undefined> {
  requirePermission(actor, "catalog.read");
  const [template, environments] = await Promise.all([newestOf(deps, name), deps.read.catalog.environments()]);
  if (template === undefined) throw noTemplate(name);
  const environment = environments.find(({ metadata }) => metadata.name === wanted) ?? environments.at(-1);
  const service: ServiceDocument | undefined = exampleService(template);
  if (environment === undefined || service === undefined) return undefined;
  const { rendering, violations, passed } = examine(exampleInput(template, service, environment, deps), deps.judge);
  const objects = rendering === undefined ? [] : [...rendering.guarded, ...rendering.objects];
  return {
    environment: environment.metadata.name,
    declaration: writeYaml(service),
    manifests: objects.map(manifestView),
    violations,
    gaps: rendering?.gaps ?? [],
    passed,
  };
}

async function textOf({ read }: Pick<Deps, "read">, document: TemplateDocument): Promise<string> {
  const { name, version } = document.metadata;
  return (await read.template.source(name, version)) ?? writeYaml(document);
}
