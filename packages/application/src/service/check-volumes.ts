import { resolveSpec, type ServiceDocument, type TemplateDocument, type Violation } from "@fairlead/domain";
import { storageKept } from "@fairlead/manifests";
import type { Deps } from "../deps.ts";
import { readRendering } from "../release/read-rendering.ts";

/** What makes a service keep data, as pruning remembers it. */
const KEEPS_DATA = "StatefulSet.apps";

/**
 * Tells, when declarations are saved, that a deploy will refuse what they would do to volumes that are there. Warnings: a
 * declaration may be saved, and the deploy is where it is known what would happen. One question, and one more for each
 * place where something keeps data.
 *
 * @param besides an environment that is looked at more closely elsewhere
 * @returns by the name of the service
 */
export async function checkVolumes(
  { read }: Pick<Deps, "read">,
  services: readonly ServiceDocument[],
  templateOf: (service: ServiceDocument) => TemplateDocument | undefined,
  { besides }: { besides?: string } = {},
): Promise<Map<string, Violation[]>> {
  const byName = new Map(services.map((service) => [service.metadata.name, service]));
  const found = new Map<string, Violation[]>();
  if (services.length === 0) return found;
  for (const place of await read.service.placesWith(KEEPS_DATA, [...byName.keys()])) {
    const service = byName.get(place.service);
    const template = service === undefined ? undefined : templateOf(service);
    if (service === undefined || template === undefined || place.environment === besides) continue;
    if (!runsIn(service, place.environment)) continue;
    const resolved = resolveSpec(service, template, place.environment);
    const before = readRendering((await read.service.brought(place))?.content);
    if (!resolved.ok || before === undefined) continue;
    const said = found.get(place.service) ?? [];
    const lost = storageKept(before.objects, resolved.value.storage ?? []).map((violation): Violation => {
      const reason = `${violation.reason}; a deploy to ${place.environment} will refuse it`;
      return { ...violation, reason, severity: "warning" };
    });
    found.set(place.service, [...said, ...lost.filter(({ reason }) => said.every((each) => each.reason !== reason))]);
  }
  return found;
}

function runsIn({ spec: { environments } }: ServiceDocument, environment: string): boolean {
  return environments === undefined || Object.hasOwn(environments, environment);
}
