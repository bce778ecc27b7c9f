import type { FairleadDocument, ServiceDocument, Violation } from "@fairlead/domain";
import type { CatalogNames } from "./catalog-store.ts";

/** What a set of documents adds to the names that are known. */
export function withDeclared(names: CatalogNames, documents: readonly FairleadDocument[]): CatalogNames {
  const all = Object.fromEntries(
    Object.entries(names).map(([kind, set]) => [kind, new Set(set)]),
  ) as unknown as CatalogNames;
  for (const document of documents) {
    const { name } = document.metadata;
    if (document.kind === "Template") all.templates.add(`${name}@${document.metadata.version}`);
    else all[PLURAL[document.kind]].add(name);
  }
  return all;
}

const PLURAL = {
  Team: "teams",
  System: "systems",
  Service: "services",
  Resource: "resources",
  Environment: "environments",
  Cluster: "clusters",
} as const;

/** What a document names and nobody declared. Needs that cannot be resolved are warnings: they may come later. */
export function checkReferences(document: FairleadDocument, names: CatalogNames): Violation[] {
  switch (document.kind) {
    case "Service":
      return [...owned(document.spec, names), ...serviceReferences(document, names)];
    case "Resource":
      return [
        ...owned(document.spec, names),
        ...environmentsExist(Object.keys(document.spec.environments ?? {}), names),
      ];
    case "System":
      return owned(document.spec, names);
    case "Team":
      return document.spec.parent === undefined ? [] : exists("spec.parent", "team", document.spec.parent, names.teams);
    case "Environment":
      return document.spec.placements.flatMap(({ cluster }, index) =>
        exists(`spec.placements.${index}.cluster`, "cluster", cluster, names.clusters),
      );
    case "Cluster":
    case "Template":
      return [];
  }
}

function serviceReferences({ spec }: ServiceDocument, names: CatalogNames): Violation[] {
  const template =
    spec.template === undefined ? [] : exists("spec.template", "template", spec.template, names.templates);
  const needs = (spec.needs ?? []).flatMap((need, index): Violation[] => {
    if ("external" in need) return [];
    const [kind, name, known] =
      "service" in need
        ? (["service", need.service, names.services] as const)
        : (["resource", need.resource, names.resources] as const);
    if (known.has(name) || need.optional) return [];
    return [
      {
        path: `spec.needs.${index}.${kind}`,
        reason: `there is no ${kind} named ${name}`,
        remedy: `Declare ${name}, or make the need optional.`,
        severity: "warning",
      },
    ];
  });
  return [...template, ...environmentsExist(Object.keys(spec.environments ?? {}), names), ...needs];
}

function owned(spec: { owner: string; system?: string | undefined }, names: CatalogNames): Violation[] {
  const system = spec.system === undefined ? [] : exists("spec.system", "system", spec.system, names.systems);
  return [...exists("spec.owner", "team", spec.owner, names.teams), ...system];
}

function environmentsExist(environments: readonly string[], names: CatalogNames): Violation[] {
  return environments.flatMap((name) => exists(`spec.environments.${name}`, "environment", name, names.environments));
}

function exists(path: string, what: string, name: string, known: ReadonlySet<string>): Violation[] {
  if (known.has(name)) return [];
  const few = [...known].sort().slice(0, 8).join(", ");
  const remedy =
    known.size === 0
      ? `Declare the ${what} first.`
      : `Choose one of ${few}${known.size > 8 ? " …" : ""}, or declare it first.`;
  return [{ path, reason: `there is no ${what} named ${name}`, remedy, severity: "error" }];
}
