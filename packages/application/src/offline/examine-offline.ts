import type { EnvironmentDocument, Profile, ServiceDocument, Violation } from "@fairlead/domain";
import type { RenderInput } from "@fairlead/manifests";
import { type CatalogNames, collectNames, withDeclared } from "../catalog/catalog-names.ts";
import { checkReferences } from "../catalog/check-references.ts";
import { type Examined, examine } from "../release/examine.ts";
import { inputsFromFacts } from "../release/inputs-from-facts.ts";
import type { Judge } from "../release/judge.ts";
import { type OfflineCatalog, offlineFacts } from "./offline-catalog.ts";

export interface OfflineRequest {
  catalog: OfflineCatalog;
  environment: EnvironmentDocument;
  /** One of the environment's; its first if left out. */
  cluster?: string;
  profile: Profile;
  /** Instead of the declared image. */
  image?: string;
  judge?: Judge;
}

/** Stands where the portal's address would be: manifests of a terminal say which service it is, not where. */
const NO_PORTAL = "https://fairlead.invalid";
/** Nothing that documents say depends on when it is. */
const NO_MOMENT = new Date(0);

/** Renders and examines a declaration from documents alone: no server, no database, no network. */
export function examineOffline(service: ServiceDocument, request: OfflineRequest): Examined {
  const { catalog, judge } = request;
  const names = namesIn(catalog);
  const references = checkReferences(service, names).map((violation) => soften(violation, names));
  const input = offlineInput(service, request);
  if (input === "no template" || input === "no such place") return { violations: references, passed: 0 };
  if (input === "no image") return { violations: [...references, NO_IMAGE], passed: 0 };
  const examined = examine(input, judge);
  return { ...examined, violations: [...references, ...examined.violations] };
}

/** What a rendering from documents alone depends on, or what is missing for it. */
export function offlineInput(
  service: ServiceDocument,
  request: OfflineRequest,
): RenderInput | "no template" | "no image" | "no such place" {
  const { catalog, environment, cluster, profile } = request;
  const template = catalog.template(service.spec.template ?? "");
  const image = request.image ?? service.spec.image;
  if (template === undefined) return "no template";
  if (image === undefined) return "no image";
  const inputs = inputsFromFacts(
    offlineFacts(catalog, service),
    { service, template, environment, image },
    { defaultProfile: profile, portalUrl: NO_PORTAL, now: () => NO_MOMENT },
  );
  return inputs.find(({ destination }) => cluster === undefined || destination.cluster === cluster) ?? "no such place";
}

const NO_IMAGE: Violation = {
  path: "spec.image",
  reason: "is missing",
  remedy: "Name the image, or give one with --image.",
  severity: "error",
};

function namesIn({ documents, environments, templates }: OfflineCatalog): CatalogNames {
  return withDeclared(collectNames([]), [...documents, ...environments, ...templates]);
}

/** Somebody who renders one file has no teams and systems at hand: that one is missing is an error among others only. */
function soften(violation: Violation, { byKind }: CatalogNames): Violation {
  const among = { "spec.owner": byKind.Team, "spec.system": byKind.System }[violation.path];
  return among?.size === 0 ? { ...violation, severity: "warning" } : violation;
}
