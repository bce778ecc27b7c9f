import type { KubernetesObject, Profile } from "@fairlead/domain";
import * as z from "zod";
import { type Found, onlyOne } from "./found.ts";

const listener = z.object({ endpoint: z.string().optional() }).nullable();
const collectorSchema = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z.object({
    mode: z.string().default("deployment"),
    config: z.object({
      receivers: z.record(z.string(), z.unknown()).default({}),
    }),
  }),
});
const otlpSchema = z.object({ protocols: z.object({ grpc: listener.optional(), http: listener.optional() }) });

const PORTS = { grpc: 4317, http: 4318 } as const;

/** The collector that takes OTLP from pods of other namespaces, at the Service that its operator makes for it. */
export function collectorIn(objects: readonly KubernetesObject[], clusterDomain: string): Found<Profile["telemetry"]> {
  const candidates = objects.flatMap((object) => {
    const { metadata, spec } = collectorSchema.parse(object);
    const otlp = otlpSchema.safeParse(spec.config.receivers.otlp);
    if (spec.mode === "sidecar" || !otlp.success || otlp.data.protocols.grpc === undefined) return [];
    return [{ ...metadata, ...otlp.data.protocols }];
  });
  const { value, notes } = onlyOne(candidates, "collectors", ({ namespace, name }) => `${namespace}/${name}`);
  if (value === undefined) return { value: undefined, notes };
  const address = (protocol: keyof typeof PORTS) => {
    const port = /:(\d+)$/.exec(value[protocol]?.endpoint ?? "")?.[1] ?? PORTS[protocol];
    return `http://${value.name}-collector.${value.namespace}.svc.${clusterDomain}:${port}`;
  };
  const telemetry = {
    namespace: value.namespace,
    endpoint: address("grpc"),
    ...(value.http === undefined ? {} : { httpEndpoint: address("http") }),
  };
  return { value: telemetry, notes };
}
