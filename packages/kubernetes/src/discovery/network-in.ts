import type { KubernetesObject, Profile } from "@fairlead/domain";
import * as z from "zod";

const sliceSchema = z.object({
  endpoints: z.array(z.object({ addresses: z.array(z.string()) })).nullable(),
  ports: z.array(z.object({ name: z.string().optional(), port: z.int() })).nullable(),
});
const cidrSchema = z.object({ spec: z.object({ cidrs: z.array(z.string()) }) });

/** Where the API server listens behind its Service. Rules see these addresses, not the Service's. */
export function apiServerIn(slices: readonly KubernetesObject[]): Profile["apiServer"] {
  const parsed = slices.map((slice) => sliceSchema.parse(slice));
  const addresses = parsed.flatMap(({ endpoints }) => (endpoints ?? []).flatMap((endpoint) => endpoint.addresses));
  const port = parsed.flatMap(({ ports }) => ports ?? [])[0]?.port;
  return addresses.length === 0 || port === undefined ? undefined : { addresses: [...new Set(addresses)].sort(), port };
}

/** Whether Services, and with them pods, have addresses of IPv6. https://kubernetes.io/docs/concepts/services-networking/dual-stack/ */
export function hasIpv6(serviceCidrs: readonly KubernetesObject[]): boolean {
  return serviceCidrs.flatMap((each) => cidrSchema.parse(each).spec.cidrs).some((cidr) => cidr.includes(":"));
}
