import { readFileSync } from "node:fs";
import { describeIssues, err, ok, type Profile, profileSchema, type Result } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";

/** Reads a profile from a file; where it is none, says why, a sentence each. */
export function readProfile(file: string): Result<Profile, string[]> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return err([`There is no file ${file}.`]);
  }
  const { documents, problems } = readYaml(text, { file });
  if (problems.length > 0) {
    return err(problems.map(({ line, column, reason, remedy }) => `${file}:${line}:${column}: ${reason} ${remedy}`));
  }
  const [document] = documents;
  if (document === undefined) return err([`${file} is empty.`]);
  const parsed = profileSchema.safeParse(document.value, { reportInput: true });
  if (parsed.success) return ok(parsed.data);
  return err(
    describeIssues(parsed.error.issues, [], profileSchema).map(({ path, reason, remedy }) => {
      const { line, column } = document.position(path);
      return `${file}:${line}:${column}: ${path || "the profile"} ${reason}. ${remedy}`;
    }),
  );
}
