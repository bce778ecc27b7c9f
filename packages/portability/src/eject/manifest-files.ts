import type { KubernetesObject } from "@fairlead/domain";
import { writeYaml } from "@fairlead/yaml";
import type { BundleFile } from "./ejected-service.ts";

/** Objects as files in a folder, one each, and the kustomization that names them. */
export function manifestFiles(folder: string, objects: readonly KubernetesObject[]): BundleFile[] {
  const named = objects.map((object) => ({ path: fileName(object), content: writeYaml(object) }));
  return [
    { path: `${folder}/kustomization.yaml`, content: writeYaml(kustomization(named.map(({ path }) => path))) },
    ...named.map(({ path, content }) => ({ path: `${folder}/${path}`, content })),
  ];
}

/** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export function kustomization(resources: readonly string[]): Record<string, unknown> {
  return { apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization", resources };
}

/** `deployment-checkout.yaml`. Unique in a folder: a service has one namespace. */
function fileName({ kind, metadata }: KubernetesObject): string {
  return `${kind.toLowerCase()}-${metadata.name.replaceAll(/[^a-zA-Z0-9.-]/g, "-")}.yaml`;
}
