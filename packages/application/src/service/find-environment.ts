import { AppError, type EnvironmentDocument } from "@fairlead/domain";
import type { Deps } from "../deps.ts";

/** @throws AppError `not-found` */
export async function findEnvironment({ read }: Pick<Deps, "read">, name: string): Promise<EnvironmentDocument> {
  const environment = (await read.catalog.environments()).find(({ metadata }) => metadata.name === name);
  if (environment === undefined) throw new AppError("not-found", `There is no environment named ${name}.`);
  return environment;
}
