import {
  isEqualJson,
  type KubernetesObject,
  layeredSpec,
  type ServiceDocument,
  type TemplateDocument,
  templateDefaults,
  valueAt,
} from "@fairlead/domain";
import { leavesOf, ORIGINS, type Provenance, type Source } from "@fairlead/manifests";
import { writeYaml, yamlLines } from "@fairlead/yaml";

/** Who can set a line; `past` where it was delivered so and would be another today. */
export const LINE_ORIGINS = [...ORIGINS, "past"] as const;

/** Who set a line, and why. */
export interface LineSource extends Omit<Source, "by"> {
  by: (typeof LINE_ORIGINS)[number];
  /** What else could be there, such as “the template says 3”. */
  instead?: string;
}

export interface ExplainedLines {
  sources: LineSource[];
  /** For each line of an object's YAML a place in `sources`; -1 for lines that only open a group. */
  objects: { kind: string; name: string; lines: number[] }[];
}

const PAST: LineSource = {
  by: "past",
  path: "",
  reason: "It was delivered so. Rendered today it would be otherwise, since something that it depends on has changed.",
};

/**
 * Who set what stands in each line of the YAML of some objects.
 *
 * @param objects as they are shown; where they differ from what provenance knows, they are from the past
 */
export function explainLines(
  { sources, objects: known }: Provenance,
  objects: readonly KubernetesObject[],
  declared: { service: ServiceDocument; template: TemplateDocument },
): ExplainedLines {
  const all: LineSource[] = sources.map((source) => ({ ...source, ...insteadOf(source, declared) }));
  const past = all.push(PAST) - 1;
  const explained = objects.map((object) => {
    const { kind, metadata } = object;
    const leaves = known.find((each) => each.kind === kind && each.name === metadata.name)?.leaves ?? [];
    const byPath = new Map(leaves.map((leaf) => [leaf.path, leaf]));
    const values = new Map(leavesOf(object).map(({ path, value }) => [path, value]));
    const lines = yamlLines(writeYaml(object)).map((path) => {
      if (path === undefined) return -1;
      const leaf = byPath.get(path);
      const isNow = leaf !== undefined && isEqualJson(leaf.value, values.get(path));
      return isNow ? (leaf.sources[0] ?? past) : past;
    });
    return { kind, name: metadata.name, lines };
  });
  return { sources: all, objects: explained };
}

/** What an answer stands in the place of: the answer for all, else what the template says. */
function insteadOf(
  { by, path }: Source,
  { service, template }: { service: ServiceDocument; template: TemplateDocument },
): { instead?: string } {
  if (by !== "answer" || !path.startsWith("spec.")) return {};
  const [, inside] = /^spec\.environments\.[^.]+\.(.+)$/.exec(path) ?? [];
  const other =
    inside === undefined
      ? valueAt(templateDefaults(template), path.slice("spec.".length))
      : valueAt(layeredSpec(service, template), inside);
  if (!isPlain(other)) return {};
  return { instead: inside === undefined ? `the template says ${other}` : `elsewhere it is ${other}` };
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
