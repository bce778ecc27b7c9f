import { parseImageReference } from "@fairlead/domain";

/** What a text could mean, as far as its form says. */
export interface Identifiers {
  /** Words that could be a name of something: service, pod, namespace, team. */
  names: string[];
  hosts: string[];
  /** Image repositories. */
  repositories: string[];
}

const MAX_TEXT = 4000;
const MAX_WORDS = 60;
const IN_CLUSTER = /^([a-z0-9-]+)(?:\.([a-z0-9-]+))?\.svc(?:\..*)?$/;

/**
 * Takes apart what somebody pasted: a name, an address, an image, or a whole alert or log line with one of them in it.
 * `checkout.checkout-prod.svc.cluster.local:5050` gives the names `checkout` and `checkout-prod`.
 */
export function identifiersIn(text: string): Identifiers {
  const words = text
    .slice(0, MAX_TEXT)
    .toLowerCase()
    .split(/[\s,;"'`()<>[\]{}|=]+/)
    .map((word) => word.replace(/^[.:/]+|[.:/]+$/g, ""))
    .filter((word) => word.length >= 2)
    .slice(0, MAX_WORDS);
  const found: Identifiers = { names: [], hosts: [], repositories: [] };
  for (const word of words) collect(word, found);
  return { names: unique(found.names), hosts: unique(found.hosts), repositories: unique(found.repositories) };
}

function collect(word: string, found: Identifiers): void {
  const address = word.replace(/^[a-z][a-z0-9+.-]*:\/\//, "");
  const host = address.split(/[/?#]/)[0]?.replace(/:\d+$/, "") ?? "";
  const inCluster = IN_CLUSTER.exec(host);
  if (inCluster !== null) {
    // The namespace says which environment; the name says whom.
    found.names.push(...inCluster.slice(1).filter((name) => name !== undefined));
    return;
  }
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) found.hosts.push(host);
  const image = address.includes("/") ? parseImageReference(address) : undefined;
  if (image !== undefined) found.repositories.push(image.repository);
  // namespace/name, as kubectl and alerts write it; the last part is the more exact.
  const parts = address.split("/").map((part) => part.replace(/:.*$/, ""));
  if (parts.length <= 3) found.names.push(...parts.reverse().filter((part) => /^[a-z0-9][a-z0-9.-]*$/.test(part)));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** `checkout` of the pod name `checkout-7d9f8c6b5-x2x9k`: what a Deployment's pods are called. */
export function serviceOfPodName(name: string): string | undefined {
  // Both suffixes are from Kubernetes' own alphabet without vowels (k8s.io/apimachinery, util/rand).
  return /^(.+)-[bcdfghjklmnpqrstvwxz2456789]{6,10}-[bcdfghjklmnpqrstvwxz2456789]{5}$/.exec(name)?.[1];
}
