import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { KubernetesObject } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import { readObject } from "../read-object.ts";
import { policyAccount } from "./policy-account.ts";

const FILES = ["accounts.yaml", "guards.yaml"];

/**
 * What a cluster admin installs once, in the order in which it is written.
 *
 * @param policyNames the admission policies that the account *policy* may change; without, there is no such account
 */
export function attachmentManifests(policyNames?: readonly string[]): KubernetesObject[] {
  const folder = attachmentFolder();
  const [accounts = [], ...guards] = FILES.map((name) => {
    const { documents, problems } = readYaml(readFileSync(join(folder, name), "utf8"), { file: name });
    const [problem] = problems;
    if (problem !== undefined) throw new Error(`${name}:${problem.line} ${problem.reason}`);
    return documents.map(({ value }) => readObject(value));
  });
  return [...accounts, ...(policyNames === undefined ? [] : policyAccount(policyNames)), ...guards.flat()];
}

function attachmentFolder(): string {
  for (const start of [import.meta.dirname, process.cwd()].filter((folder) => typeof folder === "string")) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, "packages/kubernetes/library/attachment");
      if (existsSync(candidate)) return candidate;
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error(
    "The folder packages/kubernetes/library/attachment was not found. Run this from inside Fairlead's folder.",
  );
}
