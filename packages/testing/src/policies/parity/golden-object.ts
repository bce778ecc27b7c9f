import type { KubernetesObject } from "@fairlead/domain";
import { readYaml } from "@fairlead/yaml";
import { goldenCases } from "../../../../manifests/testing/golden-case.ts";

/** One object of a golden case, in a namespace of the case's own: several cases render the same service. */
export interface GoldenObject {
  readonly object: KubernetesObject;
  /** The same in another namespace, where it is kept for updates. */
  readonly kept: KubernetesObject;
  /** The namespaces of both. */
  readonly namespaces: readonly [KubernetesObject, KubernetesObject];
}

export function goldenObjects(): GoldenObject[] {
  return goldenCases().flatMap(({ name, expected }) => {
    const objects = readYaml(expected).documents.map(({ value }) => value as KubernetesObject);
    const rendered = objects.find(({ kind }) => kind === "Namespace");
    if (rendered === undefined) return [];
    const namespaces = [placed(rendered, name), placed(rendered, `${name}-kept`)] as const;
    return objects
      .filter((object) => object !== rendered)
      .map((object) => ({ object: moved(object, name), kept: atRest(moved(object, `${name}-kept`)), namespaces }));
  });
}

/** Without the labels by which Pod Security would refuse pods before a policy sees them. */
function placed({ metadata }: KubernetesObject, name: string): KubernetesObject {
  const labels = Object.entries(metadata.labels ?? {}).filter(([key]) => !key.startsWith("pod-security"));
  return { apiVersion: "v1", kind: "Namespace", metadata: { name, labels: Object.fromEntries(labels) } };
}

/** The account that may deliver to a namespace has its name. */
function moved(object: KubernetesObject, namespace: string): KubernetesObject {
  const whole = { ...object, metadata: { ...object.metadata, namespace } };
  return JSON.parse(JSON.stringify(whole), (_, item) =>
    item?.namespace === "fairlead-deployers" ? { ...item, name: namespace } : item,
  );
}

/** Nothing runs where it is kept: that would only make the cluster busy. */
function atRest(object: KubernetesObject): KubernetesObject {
  return object.kind === "Deployment" ? { ...object, spec: { ...Object(object.spec), paused: true } } : object;
}
