import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkDocument, type FairleadDocument, profileSchema } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import type { RenderInput } from "../src/index.ts";

const PACKAGE = join(import.meta.dirname, "..");
const GOLDEN = join(PACKAGE, "golden");

export interface GoldenCase {
  name: string;
  input: RenderInput;
  expectedPath: string;
  /** Empty where nobody has looked at it yet. */
  expected: string;
}

/** The cases that a reviewer reads: `golden/<case>/input.yaml` becomes `expected.yaml`. */
export function goldenCases(): GoldenCase[] {
  return readdirSync(GOLDEN)
    .sort()
    .map((name) => {
      const expectedPath = join(GOLDEN, name, "expected.yaml");
      const expected = existsSync(expectedPath) ? readFileSync(expectedPath, "utf8") : "";
      return { name, input: readInput(join(GOLDEN, name, "input.yaml")), expectedPath, expected };
    });
}

interface InputFile extends Omit<RenderInput, "service" | "template" | "environment" | "profile" | "exceptions"> {
  service: unknown;
  /** The name of one that ships, or a document. */
  template: unknown;
  environment: unknown;
  profile: unknown;
  /** None where it is left out. */
  exceptions?: RenderInput["exceptions"];
}

function readInput(path: string): RenderInput {
  const file = readFile<InputFile>(path);
  return {
    ...file,
    exceptions: file.exceptions ?? [],
    service: checked(file.service, "Service"),
    template: checked(shipped("templates", file.template), "Template"),
    environment: checked(shipped("environments", file.environment), "Environment"),
    profile: profileSchema.parse(shipped("profiles", file.profile)),
  };
}

function shipped(folder: string, value: unknown): unknown {
  return typeof value === "string" ? readFile(join(PACKAGE, "library", folder, `${value}.yaml`)) : value;
}

/** Files of this repository, which the tests that read them would show to be wrong. */
function readFile<Value>(path: string): Value {
  const { documents, problems } = readYaml(readFileSync(path, "utf8"), { file: path });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return documents[0]?.value as Value;
}

function checked<Kind extends FairleadDocument["kind"]>(value: unknown, kind: Kind) {
  const { document, violations } = checkDocument(value);
  if (document?.kind === kind) return document as Extract<FairleadDocument, { kind: Kind }>;
  throw new Error(`${kind}: ${JSON.stringify(violations)}`);
}
