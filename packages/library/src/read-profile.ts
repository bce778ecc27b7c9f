import { readFileSync } from "node:fs";
import type { Profile } from "@fairlead/manifests";
import { readYaml } from "@fairlead/yaml";
import * as z from "zod";

const profileSchema = z.strictObject({
  name: z.string(),
  kubernetes: z.string(),
  apis: z.array(z.string()),
  gateways: z.array(z.strictObject({ name: z.string(), namespace: z.string(), hosts: z.array(z.string()) })),
  fqdnRules: z.boolean(),
});

/** Reads a profile from a file. Throws with the file's name where it is none. */
export function readProfile(file: string): Profile {
  const { documents, problems } = readYaml(readFileSync(file, "utf8"), { file });
  const [document] = documents;
  if (document === undefined || problems.length > 0) throw new Error(`${file}: ${problems[0]?.reason ?? "is empty"}`);
  return profileSchema.parse(document.value);
}
