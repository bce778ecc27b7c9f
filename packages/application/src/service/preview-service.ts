import {
  type Actor,
  AppError,
  checkService,
  type KubernetesObject,
  type ServiceDocument,
  type Violation,
} from "@fairlead/domain";
import { changesInWords, diffObjects, type Gap, type ObjectChange, render, summarise } from "@fairlead/manifests";
import { writeYaml } from "@fairlead/yaml";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { currentJudge } from "../policy/current-judge.ts";
import { examine } from "../release/examine.ts";
import { refusedChanges } from "../release/refused-changes.ts";
import { checkDeclaration } from "../template/check-declaration.ts";
import { checkVolumes } from "./check-volumes.ts";
import { findEnvironment } from "./find-environment.ts";
import { prepareDraft } from "./prepare-draft.ts";

/** One object that a declaration becomes. */
export interface ManifestView {
  apiVersion: string;
  kind: string;
  name: string;
  summary: string;
  yaml: string;
}

export interface Preview {
  environment: string;
  cluster?: string;
  namespace?: string;
  /** Empty where the declaration cannot be rendered yet; the violations say why. */
  manifests: ManifestView[];
  violations: Violation[];
  gaps: Gap[];
  /** How many policies pass. */
  passed: number;
}

/** What a declaration becomes in one environment, and what is wrong with it. Writes nothing; never throws for bad input. */
export async function previewService(
  deps: Deps,
  actor: Actor,
  input: { document: unknown; environment: string },
): Promise<Preview> {
  requirePermission(actor, "catalog.read");
  const environment = await findEnvironment(deps, input.environment);
  const { document, violations } = checkService(input.document);
  const nothing = { environment: input.environment, manifests: [], gaps: [], passed: 0 };
  if (document === undefined) return { ...nothing, violations };
  const prepared = await prepareDraft(deps, document, environment);
  if ("violations" in prepared) return { ...nothing, violations: [...violations, ...prepared.violations] };
  const { destination, template } = prepared.input;
  const { rendering, violations: found, passed } = examine(prepared.input, await currentJudge(deps));
  const objects = rendering === undefined ? [] : [...rendering.guarded, ...rendering.objects];
  const objected = rendering === undefined ? [] : await refusedChanges(deps, prepared.input, rendering);
  const elsewhere = await checkVolumes(deps, [document], () => template, { besides: input.environment });
  return {
    ...nothing,
    cluster: destination.cluster,
    namespace: destination.namespace,
    manifests: objects.map(manifestView),
    // What is out of bounds in another environment is told here too: it would keep the form from being saved.
    violations: distinct([
      ...violations,
      ...prepared.missing,
      ...found,
      ...objected,
      ...(elsewhere.get(document.metadata.name) ?? []),
      ...checkDeclaration(document, template),
    ]),
    gaps: rendering?.gaps ?? [],
    passed,
  };
}

function distinct(violations: readonly Violation[]): Violation[] {
  const key = ({ path, reason, object }: Violation) => JSON.stringify([path, reason, object]);
  return [...new Map(violations.map((violation) => [key(violation), violation] as const).reverse()).values()].reverse();
}

export function manifestView(object: KubernetesObject): ManifestView {
  return {
    apiVersion: object.apiVersion,
    kind: object.kind,
    name: object.metadata.name,
    summary: summarise(object),
    yaml: writeYaml(object),
  };
}

/** What would change, in words and leaf by leaf. */
export interface ServiceChanges {
  /** The most important first; empty where nothing changes. */
  words: string[];
  objects: ObjectChange[];
}

/** What would change if a declaration were saved and deployed: the objects of now against those of the new one. */
export async function diffService(
  deps: Deps,
  actor: Actor,
  input: { document: unknown; environment: string },
): Promise<ServiceChanges> {
  requirePermission(actor, "catalog.read");
  const environment = await findEnvironment(deps, input.environment);
  const { document, violations } = checkService(input.document);
  if (document === undefined) throw new AppError("invalid", "The declaration is not right yet.", { violations });
  const current = await deps.read.service.get(document.metadata.name);
  const objectsOf = async (service: ServiceDocument): Promise<KubernetesObject[]> => {
    const prepared = await prepareDraft(deps, service, environment);
    if ("violations" in prepared) return [];
    const rendered = render(prepared.input);
    return rendered.ok ? [...rendered.value.guarded, ...rendered.value.objects] : [];
  };
  const [before, after] = [current === undefined ? [] : await objectsOf(current.document), await objectsOf(document)];
  return { words: changesInWords(before, after), objects: diffObjects(before, after) };
}
