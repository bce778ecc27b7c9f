import { DATA_CLASSES, EXPOSURES, LIFECYCLES, type TemplateDocument } from "@fairlead/domain";
import { isGroup } from "../draft/path.ts";
import { GROUP_PARTS, ROW_PARTS } from "./group-parts.ts";
import type { Control, Part } from "./question.ts";
import { schemaControl } from "./schema-control.ts";
import { TIERS } from "./tiers.ts";

const EXPOSED_TO = {
  nobody: "nobody",
  team: "my team",
  platform: "the platform",
  public: "the public",
} as const satisfies Record<(typeof EXPOSURES)[number], string>;

/** The control for each field of a declaration; sizes and parameters come from the template. */
const CONTROLS: ReadonlyMap<string, Control> = new Map<string, Control>([
  ...Object.entries(GROUP_PARTS).map(([path, parts]): [string, Control] => [path, { kind: "group", parts }]),
  ...Object.entries(ROW_PARTS).map(([path, rows]): [string, Control] => [path, { kind: "rows", ...rows }]),
  ["metadata.title", { kind: "text" }],
  ["metadata.description", { kind: "text" }],
  ["metadata.links", { kind: "runbook" }],
  ["spec.image", { kind: "text", mono: true, placeholder: "registry.example.com/shop/checkout:v1.9.2" }],
  ["spec.command", { kind: "list", item: "argument", placeholder: "/app/server" }],
  ["spec.args", { kind: "list", item: "argument", placeholder: "--verbose" }],
  ["spec.ports", { kind: "ports" }],
  ["spec.expose.to", { kind: "choice", options: EXPOSURES.map((value) => ({ value, label: EXPOSED_TO[value] })) }],
  ["spec.expose.hosts", { kind: "list", item: "host", placeholder: "shop.example.com" }],
  ["spec.health.ready.http.path", { kind: "text", mono: true, placeholder: "/readyz" }],
  ["spec.health.live.http.path", { kind: "text", mono: true, placeholder: "/livez" }],
  ["spec.health.startup.within", { kind: "text", mono: true, placeholder: "60s" }],
  ["spec.runAsUser", { kind: "number" }],
  ["spec.needs", { kind: "needs" }],
  ["spec.env", { kind: "variables" }],
  ["spec.tier", { kind: "choice", options: TIERS }],
  ["spec.lifecycle", { kind: "choice", options: LIFECYCLES.map((value) => ({ value, label: value })) }],
  ["spec.dataClass", { kind: "choice", options: DATA_CLASSES.map((value) => ({ value, label: value })) }],
  ["spec.system", { kind: "system" }],
]);

/** The control of a question. What no schema describes is answered as a small document. */
export function controlOf(path: string, { spec }: TemplateDocument): Control {
  if (path === "spec.size") {
    const options = Object.entries(spec.sizes).map(([value, { cpu, memory }]) => ({
      value,
      label: value,
      hint: `${cpu} CPU · ${memory.replace(/([KMG]i)$/, " $1")}`,
    }));
    return { kind: "choice", options };
  }
  return path.startsWith("parameters.") ? parameterControl(spec.parameters, path) : fieldControl(path);
}

/** A field's own control, or the part of a larger one that stands there. */
function fieldControl(path: string): Control {
  const own = CONTROLS.get(path);
  if (own !== undefined) return own;
  for (let end = path.lastIndexOf("."); end > 0; end = path.lastIndexOf(".", end - 1)) {
    const outer = CONTROLS.get(path.slice(0, end));
    if (outer?.kind !== "group") continue;
    const inside = path.slice(end + 1);
    const part = outer.parts.find((each) => each.path === inside);
    return part?.control ?? groupOf(outer.parts, inside);
  }
  return { kind: "json" };
}

/** The parts of a group that lie under a path: `latency` of `latency.percentile` and `latency.under`. */
function groupOf(parts: readonly Part[], path: string): Control {
  const inside = parts
    .filter((part) => part.path.startsWith(`${path}.`))
    .map((part) => ({ ...part, path: part.path.slice(path.length + 1) }));
  return inside.length === 0 ? { kind: "json" } : { kind: "group", parts: inside };
}

/** A template's own question, by its JSON Schema. */
function parameterControl(schema: TemplateDocument["spec"]["parameters"], path: string): Control {
  const [, ...names] = path.split(".");
  return schemaControl(names.reduce<unknown>((at, name) => propertyOf(at, name), schema));
}

function propertyOf(schema: unknown, name: string): unknown {
  const properties = isGroup(schema) && isGroup(schema.properties) ? schema.properties : {};
  return properties[name];
}
