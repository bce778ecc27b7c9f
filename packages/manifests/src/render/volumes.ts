import type { KubernetesObject } from "@fairlead/domain";
import type { Build } from "./build.ts";
import { objectLabels } from "./labels.ts";

interface Mount {
  name: string;
  mountPath: string;
  subPath?: string;
  readOnly?: boolean;
}

/** Writable places are empty directories of a limited size; files come from one ConfigMap. */
export function volumeMounts({ spec }: Build): Mount[] {
  const scratch = (spec.scratch ?? []).map(({ path }, index): Mount => ({ name: `scratch-${index}`, mountPath: path }));
  const files = (spec.files ?? []).map(
    ({ path }, index): Mount => ({ name: "files", mountPath: path, subPath: fileKey(index), readOnly: true }),
  );
  return [...scratch, ...files];
}

export function volumes({ name, spec }: Build): Record<string, unknown>[] {
  const scratch = (spec.scratch ?? []).map(({ size }, index) => ({
    name: `scratch-${index}`,
    emptyDir: { sizeLimit: size },
  }));
  return spec.files?.length ? [...scratch, { name: "files", configMap: { name: `${name}-files` } }] : scratch;
}

export function filesConfigMap(build: Build): KubernetesObject[] {
  const { files } = build.spec;
  if (!files?.length) return [];
  return [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: `${build.name}-files`, namespace: build.destination.namespace, labels: objectLabels(build) },
      data: Object.fromEntries(files.map(({ content }, index) => [fileKey(index), content])),
    },
  ];
}

function fileKey(index: number): string {
  return `file-${index}`;
}
