import type { Answer, Match, MatchKind } from "./answer.ts";
import type { Clues } from "./gather-clues.ts";
import type { ContactOwner, EntityKind, SeenObject } from "./lookup-reader.ts";

const MAX_ANSWERS = 10;

const MATCH_OF = {
  Service: "service",
  Resource: "resource",
  System: "system",
} as const satisfies Record<EntityKind, MatchKind>;

/** The surest clue first: what was seen running, then what is declared, then what only sounds like it. */
export function rankAnswers(clues: Clues, names: readonly string[]): Answer[] {
  const answers: Answer[] = [];
  const addEntity = (kind: EntityKind, name: string | undefined, match: Match) => {
    const entity = clues.entities.find((hit) => hit.kind === kind && hit.name === name);
    if (entity !== undefined && !answers.some((answer) => answer.entity === entity))
      answers.push({ owner: entity.owner, match, entity });
  };
  const addTeam = (name: string, match: Match) => {
    const owner = clues.teams.find(({ team }) => team === name);
    if (owner !== undefined && !answers.some((answer) => answer.owner === owner)) answers.push({ owner, match });
  };

  for (const object of clues.seen) addEntity("Service", object.service, matchSeen(object));
  for (const { host, kind, name } of clues.hosts)
    addEntity(kind, name, { kind: "host", name: host, explanation: `host of ${name}` });
  for (const name of names) {
    for (const kind of ["Service", "Resource", "System"] as const)
      addEntity(kind, name, { kind: MATCH_OF[kind], name, explanation: `the ${MATCH_OF[kind]} ${name}` });
  }
  for (const { namespace, cluster, environment, service } of clues.namespaces) {
    const explanation = `namespace of ${service} in ${environment}, on ${cluster}`;
    addEntity("Service", service, { kind: "namespace", name: namespace, explanation, cluster, environment });
  }
  for (const { repository, service } of clues.images)
    addEntity("Service", service, { kind: "image", name: repository, explanation: `image of ${service}` });
  for (const contact of clues.contacts) {
    const match = matchContact(contact);
    if (contact.of === "entity") addEntity(contact.kind, contact.name, match);
    else addTeam(contact.team, match);
  }
  for (const { name, service } of clues.guesses) {
    const explanation = `pod of ${service}, going by its name; it was never seen`;
    addEntity("Service", service, { kind: "pod", name, explanation });
  }
  for (const name of names) addTeam(name, { kind: "team", name, explanation: `the team ${name}` });
  return answers.slice(0, MAX_ANSWERS);
}

function matchSeen({ kind, name, service, environment, cluster, observedAt, goneAt }: SeenObject): Match {
  const where = `${environment === undefined ? "" : ` in ${environment}`}, on ${cluster}`;
  return {
    kind: kind === "Pod" ? "pod" : "object",
    name,
    explanation: `${goneAt === undefined ? "" : "former "}${kind === "Pod" ? "pod" : kind} of ${service ?? "nobody"}${where}`,
    cluster,
    observedAt,
    ...(environment === undefined ? {} : { environment }),
    ...(goneAt === undefined ? {} : { goneAt }),
  };
}

function matchContact(contact: ContactOwner): Match {
  const name = contact.contact;
  switch (contact.of) {
    case "team":
      return { kind: "team", name, explanation: `contact of the team ${contact.team}` };
    case "person":
      return { kind: "team", name, explanation: `${contact.person}, ${contact.role} of the team ${contact.team}` };
    case "entity":
      return { kind: MATCH_OF[contact.kind], name, explanation: `contact of ${contact.name}` };
  }
}
