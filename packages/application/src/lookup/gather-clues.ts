import type { Identifiers } from "./identifiers-in.ts";
import type { ContactOwner, EntityKind, LookupHit, LookupOwner, LookupReader, SeenObject } from "./lookup-reader.ts";
import { serviceOfPodName } from "./service-of-pod-name.ts";

/** Everything that the database says about some identifiers. */
export interface Clues {
  hosts: { host: string; kind: EntityKind; name: string }[];
  seen: SeenObject[];
  namespaces: { namespace: string; cluster: string; environment: string; service: string }[];
  images: { repository: string; service: string }[];
  contacts: ContactOwner[];
  /** Pods that were never seen, by what they are called. */
  guesses: { name: string; service: string }[];
  entities: LookupHit[];
  teams: LookupOwner[];
}

/** Asks in two turns: what the words point at, then everything about that. */
export async function gatherClues(
  reader: LookupReader,
  { names, hosts, repositories, contacts }: Identifiers,
): Promise<Clues> {
  const [byHost, seen, namespaces, images, byContact] = await Promise.all([
    reader.byHost(hosts),
    reader.seen([...names, ...hosts, ...repositories]),
    reader.namespaces(names),
    reader.servicesByImage(repositories),
    reader.byContact(contacts),
  ]);
  const guesses = names.flatMap((name) => {
    const service = serviceOfPodName(name);
    return service === undefined ? [] : [{ name, service }];
  });
  const entityNames = [
    ...names,
    ...byHost.map(({ name }) => name),
    ...[...namespaces, ...images, ...guesses].map(({ service }) => service),
    ...seen.flatMap(({ service }) => service ?? []),
    ...byContact.flatMap((contact) => (contact.of === "entity" ? contact.name : [])),
  ];
  const teamNames = [...names, ...byContact.flatMap((contact) => (contact.of === "entity" ? [] : contact.team))];
  const [entities, teams] = await Promise.all([
    reader.entities([...new Set(entityNames)]),
    reader.teams([...new Set(teamNames)]),
  ]);
  return { hosts: byHost, seen, namespaces, images, contacts: byContact, guesses, entities, teams };
}
