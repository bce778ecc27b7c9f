import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocument, type FairleadDocument } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";

const EXAMPLES = join(import.meta.dirname, "../../../../examples");

/** The documents of an example, or what is wrong with it. */
export function readExample(name: string): { documents: FairleadDocument[]; wrong: string[] } {
  const folder = join(EXAMPLES, name);
  const documents: FairleadDocument[] = [];
  const wrong: string[] = [];
  for (const file of readdirSync(folder)
    .filter((each) => each.endsWith(".yaml"))
    .sort()) {
    const read = readYaml(readFileSync(join(folder, file), "utf8"), { file });
    wrong.push(...read.problems.map(({ line, reason }) => `${file}:${line} ${reason}`));
    for (const { value } of read.documents) {
      const { document, violations } = checkDocument(value);
      if (document !== undefined) documents.push(document);
      wrong.push(...violations.map(({ path, reason }) => `${file} ${path} ${reason}`));
    }
  }
  return { documents, wrong };
}
