import { parseImageReference } from "@fairlead/domain";

/** What a text could mean, as far as its form says. */
export interface Identifiers {
  /** Words that could be a name of something: service, pod, namespace, team. */
  names: string[];
  hosts: string[];
  /** Image repositories. */
  repositories: string[];
  /** Mail addresses and chat channels (`#shop-alerts`), as contacts have them. */
  contacts: string[];
}

const MAX_TEXT = 4000;
const MAX_WORDS = 250;
const NAME = /^(?=.*[a-z])[a-z0-9][a-z0-9.-]*$/;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const MAIL = /^[^@/:]+@[^@/:]+\.[^@/:]+$/;
const CHANNEL = /^#[^#]+$/;
/** `service.namespace.svc…`, with a pod before it where the service is headless. */
const IN_CLUSTER = /^(?:([a-z0-9-]+)\.)??([a-z0-9-]+)(?:\.([a-z0-9-]+))?\.svc(?:\..*)?$/;

/**
 * Takes apart what somebody pasted: a name, an address, an image, or a whole alert or log line with one of them in it.
 * `checkout.checkout-prod.svc.cluster.local:5050` gives the names `checkout` and `checkout-prod`.
 */
export function identifiersIn(text: string): Identifiers {
  const words = text
    .slice(0, MAX_TEXT)
    .toLowerCase()
    .split(/[\s,;"'`()<>[\]{}|=&\\]+/)
    .map((word) => word.replace(/^[.:/]+|[.:/!?]+$/g, ""))
    .filter((word) => word.length >= 2)
    .slice(0, MAX_WORDS);
  const found: Identifiers = { names: [], hosts: [], repositories: [], contacts: [] };
  for (const word of words) collect(word, found);
  return {
    names: unique(found.names),
    hosts: unique(found.hosts),
    repositories: unique(found.repositories),
    contacts: unique(found.contacts),
  };
}

function collect(word: string, found: Identifiers): void {
  const contact = word.replace(/^mailto:/, "");
  if (MAIL.test(contact) || CHANNEL.test(contact)) {
    found.contacts.push(contact);
    return;
  }
  const address = word.replace(/^[a-z][a-z0-9+.-]*:\/\//, "");
  const host = address.split(/[/?#]/)[0]?.replace(/:\d+$/, "") ?? "";
  const inCluster = IN_CLUSTER.exec(host);
  if (inCluster !== null) {
    // The service first: the namespace only says which environment.
    const [, pod, service, namespace] = inCluster;
    found.names.push(...[service, namespace, pod].filter((name) => name !== undefined));
    return;
  }
  if (HOST.test(host)) {
    found.hosts.push(host);
    // Inside of a cluster, `service.namespace` is an address, too.
    const labels = host.split(".");
    if (labels.length === 2) found.names.push(...labels.filter((label) => NAME.test(label)));
  }
  const image = address.includes("/") ? parseImageReference(address) : undefined;
  if (image !== undefined) found.repositories.push(image.repository);
  // What carries a tag is an image and nothing else; a number behind the colon may be a port.
  if (image?.digest !== undefined || (image?.tag !== undefined && !/^\d{1,5}$/.test(image.tag))) return;
  // `namespace/name` as kubectl and alerts write it, the last part being the more exact; `service:name`, `name:port`.
  const parts = address.split("/");
  if (parts.length <= 3) {
    const names = parts.reverse().flatMap((part) => part.replace(/@.*$/, "").split(":"));
    found.names.push(...names.filter((name) => NAME.test(name)));
  }
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
