import type { OfflineCatalog } from "@fairlead/application";
import type { EnvironmentDocument } from "@fairlead/domain";
import { CommandFailure } from "../../client/command-failure.ts";

/** The environment that was asked for. */
export function findEnvironment({ environments }: OfflineCatalog, name: string): EnvironmentDocument {
  const found = environments.find(({ metadata }) => metadata.name === name);
  if (found !== undefined) return found;
  const names = environments.map(({ metadata }) => metadata.name).join(", ");
  throw new CommandFailure(2, `There is no environment named ${name}. There are ${names}.`);
}

/** The clusters of an environment, or the one of them that was asked for. */
export function findClusters({ metadata, spec }: EnvironmentDocument, asked: string | undefined): string[] {
  const clusters = spec.placements.map(({ cluster }) => cluster);
  if (asked === undefined) return clusters;
  if (clusters.includes(asked)) return [asked];
  throw new CommandFailure(2, `${metadata.name} does not lie on ${asked}. It lies on ${clusters.join(", ")}.`);
}
