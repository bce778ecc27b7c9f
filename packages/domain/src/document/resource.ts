import * as z from "zod";
import { contactSchema } from "./contact.ts";
import { API_VERSION, metadata } from "./metadata.ts";
import { environmentName, portNumber, resourceName, systemName, teamName } from "./name.ts";
import { lifecycle, tier } from "./service/standing.ts";
import { text } from "./text.ts";

const cidr = z.union([z.cidrv4(), z.cidrv6()], "is not an address range||Write it like 10.20.0.0/16.");

const host = text(253).refine(
  (name) => /^[A-Za-z0-9]([-A-Za-z0-9._]*[A-Za-z0-9])?$/.test(name) || z.ipv6().safeParse(name).success,
  "is not a host||Write a host name such as db.example.com, or an address.",
);

/** Where a resource is reached in one environment. `cidrs` opens private networks, which are closed otherwise. */
export const resourceAddressSchema = z.strictObject({
  host,
  port: portNumber,
  cidrs: z.array(cidr).max(50).optional(),
});
export type ResourceAddress = z.infer<typeof resourceAddressSchema>;

/** Something off the platform: a database, a bought service, a mainframe. It has an owner like everything else. */
export const resourceSchema = z.strictObject({
  apiVersion: z.literal(API_VERSION),
  kind: z.literal("Resource"),
  metadata: metadata(resourceName),
  spec: z.strictObject({
    owner: teamName,
    system: systemName.optional(),
    type: text(40),
    tier: tier.optional(),
    lifecycle: lifecycle.optional(),
    contacts: z.array(contactSchema).max(20).optional(),
    environments: z.record(environmentName, resourceAddressSchema).optional(),
  }),
});
export type ResourceDocument = z.infer<typeof resourceSchema>;
