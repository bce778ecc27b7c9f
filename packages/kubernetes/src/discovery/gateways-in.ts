import type { Gateway, KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import type { Found } from "./found.ts";

const gatewaySchema = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z.object({
    listeners: z.array(
      z.object({
        hostname: z.string().optional(),
        protocol: z.string(),
        allowedRoutes: z.object({ namespaces: z.object({ from: z.string() }).optional() }).optional(),
      }),
    ),
  }),
  status: z.object({ conditions: z.array(z.object({ type: z.string(), status: z.string() })).default([]) }).optional(),
});

/**
 * The gateways that take routes of services, with the hosts that they serve.
 * https://gateway-api.sigs.k8s.io/guides/multiple-ns/
 */
export function gatewaysIn(objects: readonly KubernetesObject[]): Found<Gateway[]> {
  const notes: string[] = [];
  const gateways = objects.flatMap((object): Gateway[] => {
    const { metadata, spec, status } = gatewaySchema.parse(object);
    const { name, namespace } = metadata;
    const open = spec.listeners.filter(
      ({ protocol, allowedRoutes }) =>
        /^HTTPS?$/.test(protocol) && ["All", "Selector"].includes(allowedRoutes?.namespaces?.from ?? "Same"),
    );
    if (open.length === 0) {
      notes.push(
        `The gateway ${name} in ${namespace} takes no routes from other namespaces: allow them in its listeners.`,
      );
      return [];
    }
    const hosts = [...new Set(open.map(({ hostname }) => hostname ?? "*"))];
    const programmed =
      status?.conditions.some(({ type, status: is }) => type === "Programmed" && is === "True") ?? false;
    if (!programmed) notes.push(`The gateway ${name} in ${namespace} is not programmed: nothing serves it yet.`);
    return [{ name, namespace, hosts, programmed }];
  });
  return { value: gateways, notes };
}
