import * as z from "zod";

const RESERVED = /^(kube-|openshift|istio-|cattle-|gke-|default|fairlead)/;

/** DNS-1035, at most `max` characters: what Kubernetes wants of a Service's name (RFC 1035). */
function dnsName(what: string, max: number) {
  return z
    .string()
    .min(2, `is shorter than 2 characters||Give the ${what} a name of 2 to ${max} characters.`)
    .max(max, `is longer than ${max} characters||Give the ${what} a name of 2 to ${max} characters.`)
    .regex(
      /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
      "is not a DNS name||Use lower-case letters, digits and hyphens; begin with a letter, end with a letter or digit.",
    );
}

/** A service's name: it becomes an address and a namespace, so it never changes and may not look like the cluster's own. */
export const serviceName = dnsName("service", 40).refine(
  (name) => !RESERVED.test(name),
  "is reserved||Choose a name that does not begin with kube-, default, fairlead, openshift, istio-, cattle- or gke-.",
);
export const resourceName = dnsName("resource", 40);
export const systemName = dnsName("system", 40);
export const teamName = dnsName("team", 40);
export const clusterName = dnsName("cluster", 40);
export const environmentName = dnsName("environment", 20);
export const templateName = dnsName("template", 40);
export const sizeName = dnsName("size", 40);

/** A port's name: at most 15 characters with a letter in it (IANA service name, RFC 6335). */
export const portName = z
  .string()
  .regex(
    /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    "is not a port name||Use at most 15 lower-case letters, digits and hyphens, with a letter in it.",
  )
  .refine((name) => !name.includes("--"), "is not a port name||Do not put two hyphens side by side.");

export const portNumber = z
  .int("is not a whole number||Give a port between 1 and 65535.")
  .min(1, "is not a port||Give a port between 1 and 65535.")
  .max(65535, "is not a port||Give a port between 1 and 65535.");
