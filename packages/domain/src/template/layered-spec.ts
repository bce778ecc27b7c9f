import { runtimeOf } from "../document/check-service.ts";
import { mergePatch } from "../document/merge-patch.ts";
import type { ServiceDocument } from "../document/service/spec.ts";
import type { TemplateDocument } from "../document/template.ts";
import { templateDefaults } from "./template-defaults.ts";

/**
 * What holds in an environment, or everywhere where none is named: the template's defaults, the answers, and what
 * differs there, in that order. JSON, not checked yet.
 */
export function layeredSpec(
  { spec }: Pick<ServiceDocument, "spec">,
  template: TemplateDocument,
  environment?: string,
): unknown {
  const answers = mergePatch(templateDefaults(template), runtimeOf(spec));
  const { environments = {} } = spec;
  return environment !== undefined && Object.hasOwn(environments, environment)
    ? mergePatch(answers, environments[environment])
    : answers;
}
