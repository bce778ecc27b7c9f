import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  checkDocument,
  type EnvironmentDocument,
  type FairleadDocument,
  type Profile,
  type TemplateDocument,
} from "@fairlead/domain";
import { completePolicy } from "@fairlead/policy";
import { readYaml } from "@fairlead/yaml";
import { packagesFolder } from "./library-folder.ts";
import { readProfile } from "./read-profile.ts";

/** What ships as YAML. `policies` are ValidatingAdmissionPolicy documents as a cluster takes them. */
export interface Library {
  templates: TemplateDocument[];
  environments: EnvironmentDocument[];
  profiles: Record<"full" | "minimal", Profile>;
  policies: unknown[];
}

/** Reads and checks the library. Throws at the first mistake: a wrong library must not start. */
export function loadLibrary(): Library {
  const packages = packagesFolder();
  const manifests = join(packages, "manifests/library");
  const documents = [...readFolder(join(manifests, "templates")), ...readFolder(join(manifests, "environments"))].map(
    checked,
  );
  return {
    templates: documents.filter((document) => document.kind === "Template"),
    environments: documents.filter((document) => document.kind === "Environment"),
    profiles: {
      full: shippedProfile(join(manifests, "profiles/full.yaml")),
      minimal: shippedProfile(join(manifests, "profiles/minimal.yaml")),
    },
    policies: readFolder(join(packages, "policy/library")).map(({ value }) => completePolicy(value)),
  };
}

interface Read {
  file: string;
  value: unknown;
}

function readFolder(folder: string): Read[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort();
  return files.flatMap((name) => {
    const file = join(folder, name);
    const { documents, problems } = readYaml(readFileSync(file, "utf8"), { file });
    const [problem] = problems;
    if (problem !== undefined) throw new Error(`${basename(file)}:${problem.line}:${problem.column} ${problem.reason}`);
    return documents.map(({ value }) => ({ file, value }));
  });
}

function checked({ file, value }: Read): FairleadDocument {
  const { document, violations } = checkDocument(value);
  if (document !== undefined) return document;
  throw new Error(`${basename(file)}: ${violations.map(({ path, reason }) => `${path} ${reason}`).join("; ")}`);
}

function shippedProfile(file: string): Profile {
  const profile = readProfile(file);
  if (profile.ok) return profile.value;
  throw new Error(profile.error.join(" "));
}
