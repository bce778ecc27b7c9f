import type {
  EnvironmentDocument,
  KubernetesObject,
  ServiceDocument,
  TemplateDocument,
  Violation,
} from "@fairlead/domain";
import { canonicalJson, changesInWords, diffObjects, type ObjectChange, type RenderInput } from "@fairlead/manifests";
import type { RenderingFacts } from "../catalog/catalog-reader.ts";
import type { Deps } from "../deps.ts";
import { type Examined, examine } from "../release/examine.ts";
import { inputsFromFacts, namedNeeds } from "../release/inputs-from-facts.ts";
import { IMAGE_TO_COME } from "../service/prepare-draft.ts";

/** What another template version would do to a service in one place. */
export interface TemplateEffect {
  environment: string;
  cluster: string;
  namespace: string;
  /** The most important first; empty where nothing changes but the note of the version. */
  words: string[];
  changes: ObjectChange[];
  before: KubernetesObject[];
  after: KubernetesObject[];
  /** What is wrong then and is not now. */
  failing: Violation[];
  /** What is wrong now and would not be then. */
  mended: Violation[];
}

type Needs = Pick<Deps, "judge" | "defaultProfile" | "portalUrl" | "now">;

/** Renders and examines a service with the version that it has and with another one, in each place of an environment. */
export function compareTemplates(
  { judge, ...settings }: Needs,
  facts: RenderingFacts,
  service: ServiceDocument,
  environment: EnvironmentDocument,
  templates: { now: TemplateDocument; then: TemplateDocument },
): TemplateEffect[] {
  const image = service.spec.image ?? IMAGE_TO_COME;
  const { name, version } = templates.then.metadata;
  const upgraded = { ...service, spec: { ...service.spec, template: `${name}@${version}` } };
  const now = inputsFromFacts(facts, { service, template: templates.now, environment, image }, settings);
  const then = inputsFromFacts(facts, { service: upgraded, template: templates.then, environment, image }, settings);
  return now.flatMap((input, index) => {
    const other = then[index];
    return other === undefined ? [] : [compare(input, other, judge)];
  });
}

function compare(input: RenderInput, other: RenderInput, judge: Needs["judge"]): TemplateEffect {
  const [now, then] = [examine(input, judge), examine(other, judge)];
  const [before, after] = [objectsOf(now), objectsOf(then)];
  const changes = diffObjects(before, after);
  return {
    environment: input.environment.metadata.name,
    cluster: input.destination.cluster,
    namespace: input.destination.namespace,
    words: changes.every(isNoteOfVersion) ? [] : changesInWords(before.map(withoutNote), after.map(withoutNote)),
    changes,
    before,
    after,
    failing: without(errorsOf(then), errorsOf(now)),
    mended: without(errorsOf(now), errorsOf(then)),
  };
}

/** The version is written on workload and namespace; that it is another one then says nothing new. */
const NOTE = "metadata.annotations.fairlead.dev/template";

export function isNoteOfVersion({ change, leaves }: ObjectChange): boolean {
  return change === "changed" && leaves.every(({ path }) => path === NOTE);
}

function withoutNote(object: KubernetesObject): KubernetesObject {
  const { annotations = {}, ...metadata } = object.metadata;
  const { "fairlead.dev/template": _, ...rest } = annotations;
  return { ...object, metadata: { ...metadata, annotations: rest } };
}

/** What the needs of a service are in any environment, for one look at the catalog. */
export function factsQuery(
  service: ServiceDocument,
  environments: readonly EnvironmentDocument[],
  templates: readonly TemplateDocument[],
) {
  const needs = environments.flatMap((environment) =>
    templates.map((template) => namedNeeds({ service, template, environment })),
  );
  const placements = environments.flatMap(({ spec }) => spec.placements);
  return {
    team: service.spec.owner,
    service: service.metadata.name,
    calls: [...new Set(needs.flatMap(({ services }) => services))],
    resources: [...new Set(needs.flatMap(({ resources }) => resources))],
    clusters: [...new Set(placements.map(({ cluster }) => cluster))],
  };
}

/** The environments that a service runs in. */
export function environmentsOf(service: ServiceDocument, all: readonly EnvironmentDocument[]): EnvironmentDocument[] {
  const { environments } = service.spec;
  return all.filter(({ metadata }) => environments === undefined || Object.hasOwn(environments, metadata.name));
}

function objectsOf({ rendering }: Examined): KubernetesObject[] {
  return rendering === undefined ? [] : [...rendering.guarded, ...rendering.objects];
}

function errorsOf({ violations }: Examined): Violation[] {
  return violations.filter(({ severity }) => severity === "error");
}

function without(violations: readonly Violation[], others: readonly Violation[]): Violation[] {
  const key = ({ path, reason, object }: Violation) => canonicalJson([path, reason, object ?? ""]);
  const there = new Set(others.map(key));
  return violations.filter((violation) => !there.has(key(violation)));
}
