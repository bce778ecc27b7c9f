import type { FairleadDocument, ServiceDocument, TeamDocument, Violation } from "@fairlead/domain";
import type { CatalogNames } from "./catalog-names.ts";

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
      return parentExists(document, names);
    case "Environment":
      return document.spec.placements.flatMap(({ cluster }, index) =>
        exists(`spec.placements.${index}.cluster`, "cluster", cluster, names.byKind.Cluster),
      );
    case "Cluster":
    case "Template":
      return [];
  }
}

function serviceReferences({ spec }: ServiceDocument, { byKind }: Pick<CatalogNames, "byKind">): Violation[] {
  const template =
    spec.template === undefined ? [] : exists("spec.template", "template", spec.template, byKind.Template);
  const needs = (spec.needs ?? []).flatMap((need, index): Violation[] => {
    if ("external" in need) return [];
    const [kind, name, known] =
      "service" in need
        ? (["service", need.service, byKind.Service] as const)
        : (["resource", need.resource, byKind.Resource] as const);
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
  return [...template, ...environmentsExist(Object.keys(spec.environments ?? {}), { byKind }), ...needs];
}

function owned(
  spec: { owner: string; system?: string | undefined },
  { byKind }: Pick<CatalogNames, "byKind">,
): Violation[] {
  const system = spec.system === undefined ? [] : exists("spec.system", "system", spec.system, byKind.System);
  return [...exists("spec.owner", "team", spec.owner, byKind.Team), ...system];
}

function parentExists({ metadata, spec }: TeamDocument, { byKind, parents }: CatalogNames): Violation[] {
  if (spec.parent === undefined) return [];
  const missing = exists("spec.parent", "team", spec.parent, byKind.Team);
  if (missing.length > 0) return missing;
  const above = [metadata.name];
  for (let team = parents.get(metadata.name); team !== undefined; team = parents.get(team)) {
    if (above.includes(team)) {
      return [
        {
          path: "spec.parent",
          reason: `${[...above, team].join(" is under ")}`,
          remedy: "Leave the parent out of the team that stands above the others.",
          severity: "error",
        },
      ];
    }
    above.push(team);
  }
  return [];
}

function environmentsExist(environments: readonly string[], { byKind }: Pick<CatalogNames, "byKind">): Violation[] {
  return environments.flatMap((name) => exists(`spec.environments.${name}`, "environment", name, byKind.Environment));
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
