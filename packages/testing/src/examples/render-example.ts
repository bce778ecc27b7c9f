import { createHash } from "node:crypto";
import { examineOffline, offlineCatalog, policyJudge } from "@fairlead/application";
import type { KubernetesObject, Violation } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import type { Gap } from "@fairlead/manifests";
import { readExample } from "./read-example.ts";

const library = loadLibrary();
const judge = policyJudge(library.policies, (text) => createHash("sha256").update(text).digest("hex"));

export interface RenderedService {
  name: string;
  cluster: string;
  objects: KubernetesObject[];
  gaps: Gap[];
  violations: Violation[];
}

/**
 * Every service of an example as it is rendered and vetted for an environment, on each of its clusters; in namespaces
 * of another pattern where tests share a cluster.
 */
export function renderExample(
  name: string,
  environment: string,
  profile: "full" | "minimal",
  namespacePattern?: string,
): RenderedService[] {
  const { documents } = readExample(name);
  const catalog = offlineCatalog(documents, library);
  const place = catalog.environments.find(({ metadata }) => metadata.name === environment);
  if (place === undefined) throw new Error(`There is no environment ${environment}.`);
  const spec = { ...place.spec, ...(namespacePattern === undefined ? {} : { namespacePattern }) };
  const services = documents.filter((document) => document.kind === "Service");
  return services
    .filter(({ spec }) => Object.hasOwn(spec.environments ?? {}, environment))
    .flatMap((service) =>
      place.spec.placements.map(({ cluster }) => {
        const request = {
          catalog,
          environment: { ...place, spec },
          cluster,
          profile: library.profiles[profile],
          judge,
        };
        const { rendering, violations } = examineOffline(service, request);
        const objects = rendering === undefined ? [] : [...rendering.guarded, ...rendering.objects];
        return { name: service.metadata.name, cluster, objects, gaps: rendering?.gaps ?? [], violations };
      }),
    );
}
