export type { YamlPath } from "./locate-path.ts";
export { type ReadYamlOptions, readYaml, type YamlDocument, type YamlPosition, type YamlReading } from "./read-yaml.ts";
export { writeYaml } from "./write-yaml.ts";
export { DEFAULT_YAML_LIMITS, type YamlLimits } from "./yaml-limits.ts";
export { yamlLines } from "./yaml-lines.ts";
export type { YamlProblem } from "./yaml-problem.ts";
