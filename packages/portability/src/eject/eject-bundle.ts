import { writeYaml } from "@fairlead/yaml";
import { composeFile, composeMounts } from "../compose/compose-file.ts";
import { scoreOf } from "../score/score-of.ts";
import { bundleReadme } from "./bundle-readme.ts";
import type { BundleFile, EjectedService } from "./ejected-service.ts";
import { kustomization, manifestFiles } from "./manifest-files.ts";
import { withoutFairlead } from "./without-fairlead.ts";

/**
 * Services as files that work without Fairlead: for each its manifests, what needs an add-on apart, and a Score file;
 * for all of them a kustomization, a Compose file and a README that says what does not travel. Equal input gives equal
 * bytes.
 */
export function ejectBundle(bundle: readonly EjectedService[], environment: string): BundleFile[] {
  const compose = composeFile(bundle);
  return [
    { path: "README.md", content: bundleReadme(bundle, environment) },
    { path: "kustomization.yaml", content: writeYaml(kustomization(bundle.map(({ name }) => name))) },
    ...(compose === undefined ? [] : [{ path: "compose.yaml", content: writeYaml(compose) }]),
    ...composeMounts(bundle),
    ...bundle.flatMap((service) => serviceFiles(service, bundle)),
  ];
}

function serviceFiles(service: EjectedService, bundle: readonly EjectedService[]): BundleFile[] {
  const { objects, addOns } = withoutFairlead(service.objects);
  const score = scoreOf(service, bundle);
  return [
    ...manifestFiles(service.name, objects),
    ...(addOns.length === 0 ? [] : manifestFiles(`${service.name}/add-ons`, addOns)),
    ...(score === undefined ? [] : [{ path: `${service.name}/score.yaml`, content: writeYaml(score.document) }]),
  ];
}
