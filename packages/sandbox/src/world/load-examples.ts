import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { applyDocuments, createRelease, type Deps, SYSTEM_ACTOR } from "@fairlead/application";
import { readYaml } from "@fairlead/yaml";

export interface LoadExamplesOptions {
  deps: Deps;
  /** A folder of declarations. */
  folder: string;
  /** Where it is remembered that this was done: examples that somebody changed or took away stay so. */
  home: string;
  /** Where everything is deployed. */
  environment: string;
}

/** Loads the example shop and deploys it, once. A start that was broken off goes on where it was. */
export async function loadExamples({ deps, folder, home, environment }: LoadExamplesOptions): Promise<string[]> {
  const mark = join(home, "examples-loaded");
  if (existsSync(mark)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  const documents = files.sort().flatMap((file) => {
    const { documents: read, problems } = readYaml(readFileSync(join(folder, file), "utf8"), { file });
    const [problem] = problems;
    if (problem !== undefined) throw new Error(`${file}:${problem.line} ${problem.reason}`);
    return read.map(({ value }) => ({ value, where: file }));
  });
  const { documents: applied } = await applyDocuments(deps, SYSTEM_ACTOR, { documents, reason: "Example shop" });
  const services = applied.filter(({ kind }) => kind === "Service").map(({ name }) => name);
  for (const service of services) {
    const releases = await deps.read.service.releases(service, 1);
    if (releases.length === 0) await createRelease(deps, SYSTEM_ACTOR, { service, environment });
  }
  writeFileSync(mark, `${new Date().toISOString()}\n`);
  return services;
}
