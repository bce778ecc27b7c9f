import { DATA_CLASSES, EXPOSURES, LIFECYCLES, type TemplateDocument } from "@fairlead/domain";
import { isGroup } from "../draft/path.ts";
import type { Control, Option } from "./question.ts";

const TIERS: readonly Option[] = [
  { value: 1, label: "Tier 1", hint: "The business stops" },
  { value: 2, label: "Tier 2", hint: "Many people notice" },
  { value: 3, label: "Tier 3", hint: "Some people notice" },
  { value: 4, label: "Tier 4", hint: "Nobody notices" },
];

const EXPOSED_TO = {
  nobody: "nobody",
  team: "my team",
  platform: "the platform",
  public: "the public",
} as const satisfies Record<(typeof EXPOSURES)[number], string>;

/** The control for each field of a declaration that forms ask for; sizes and parameters come from the template. */
const CONTROLS: Readonly<Record<string, Control>> = {
  "metadata.title": { kind: "text" },
  "metadata.description": { kind: "text" },
  "metadata.links": { kind: "runbook" },
  "spec.image": { kind: "text", mono: true, placeholder: "registry.example.com/shop/checkout:v1.9.2" },
  "spec.ports": { kind: "ports" },
  "spec.expose.to": { kind: "choice", options: EXPOSURES.map((value) => ({ value, label: EXPOSED_TO[value] })) },
  "spec.expose.hosts": { kind: "hosts" },
  "spec.health.ready.http.path": { kind: "text", mono: true, placeholder: "/readyz" },
  "spec.health.live.http.path": { kind: "text", mono: true, placeholder: "/livez" },
  "spec.health.startup.within": { kind: "text", mono: true, placeholder: "60s" },
  "spec.scale.min": { kind: "number", unit: "replicas" },
  "spec.scale.max": { kind: "number", unit: "replicas" },
  "spec.scale.cpuPercent": { kind: "number", unit: "% CPU" },
  "spec.runAsUser": { kind: "number" },
  "spec.needs": { kind: "needs" },
  "spec.env": { kind: "variables" },
  "spec.scratch": { kind: "scratch" },
  "spec.tier": { kind: "choice", options: TIERS },
  "spec.lifecycle": { kind: "choice", options: LIFECYCLES.map((value) => ({ value, label: value })) },
  "spec.dataClass": { kind: "choice", options: DATA_CLASSES.map((value) => ({ value, label: value })) },
  "spec.system": { kind: "system" },
};

/** The control of a question. A field that has none of its own is answered as a small document. */
export function controlOf(path: string, { spec }: TemplateDocument): Control {
  if (path === "spec.size") {
    const options = Object.entries(spec.sizes).map(([value, { cpu, memory }]) => ({
      value,
      label: value,
      hint: `${cpu} CPU · ${memory.replace(/([KMG]i)$/, " $1")}`,
    }));
    return { kind: "choice", options };
  }
  return path.startsWith("parameters.")
    ? parameterControl(spec.parameters, path)
    : (CONTROLS[path] ?? { kind: "json" });
}

/** A template's own question, by its JSON Schema. */
function parameterControl(schema: TemplateDocument["spec"]["parameters"], path: string): Control {
  const properties = isGroup(schema?.properties) ? schema.properties : {};
  const parameter = properties[path.slice("parameters.".length)];
  if (!isGroup(parameter)) return { kind: "json" };
  if (Array.isArray(parameter.enum)) {
    return {
      kind: "choice",
      options: parameter.enum.filter(isScalar).map((value) => ({ value, label: String(value) })),
    };
  }
  if (parameter.type === "boolean") {
    return {
      kind: "choice",
      options: [
        { value: true, label: "yes" },
        { value: false, label: "no" },
      ],
    };
  }
  if (parameter.type === "integer" || parameter.type === "number") return { kind: "number" };
  return parameter.type === "string" ? { kind: "text" } : { kind: "json" };
}

function isScalar(value: unknown): value is Option["value"] {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
