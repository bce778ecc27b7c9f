import type { Deps } from "@fairlead/application";
import type { TemplateDocument } from "@fairlead/domain";

/** The templates whose version is not published yet: what is published never changes, whatever ships under its number. */
export async function unpublished(
  reader: Pick<Deps["read"]["template"], "versions">,
  templates: readonly TemplateDocument[],
): Promise<TemplateDocument[]> {
  const missing = await Promise.all(
    templates.map(async (template) => {
      const { name, version } = template.metadata;
      const published = await reader.versions(name);
      return published.some((each) => each.version === version) ? [] : [template];
    }),
  );
  return missing.flat();
}
