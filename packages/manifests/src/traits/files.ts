import { fingerprint } from "../render/fingerprint.ts";
import { objectLabels } from "../render/labels.ts";
import type { Trait } from "./trait.ts";

/** Files come from one ConfigMap. They are mounted one by one, which a cluster never renews: another content must make other pods. */
export const files: Trait = (build) => {
  const { name, destination, spec } = build;
  if (!spec.files?.length) return {};
  const configMap = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: `${name}-files`, namespace: destination.namespace, labels: objectLabels(build) },
    data: Object.fromEntries(spec.files.map(({ content }, index) => [fileKey(index), content])),
  };
  return {
    objects: [configMap],
    pod: {
      annotations: { "fairlead.dev/files": fingerprint(JSON.stringify(spec.files)) },
      volumes: [{ name: "files", configMap: { name: configMap.metadata.name } }],
      mounts: spec.files.map(({ path }, index) => ({
        name: "files",
        mountPath: path,
        subPath: fileKey(index),
        readOnly: true,
      })),
    },
  };
};

function fileKey(index: number): string {
  return `file-${index}`;
}
