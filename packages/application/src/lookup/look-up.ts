import type { Actor } from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";
import { identifiersIn, serviceOfPodName } from "./identifiers-in.ts";
import type { LookupHit, LookupOwner, LookupSuggestion } from "./lookup-reader.ts";

export const MATCH_KINDS = [
  "service",
  "resource",
  "system",
  "team",
  "host",
  "pod",
  "object",
  "image",
  "namespace",
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface Match {
  kind: MatchKind;
  name: string;
  /** As a sentence: "pod of checkout in prod, on prod-eu". */
  explanation: string;
  cluster?: string;
  environment?: string;
  observedAt?: Date;
  goneAt?: Date;
}

/** Who answers for something, and why we think that it is meant. */
export interface Answer {
  owner: LookupOwner;
  match: Match;
  /** Missing where a team itself was meant. */
  entity?: LookupHit;
}

/** Resolves anything seen in production to its owner. Asks Postgres only, so it answers while clusters are away. */
export async function lookUp(deps: Pick<Deps, "read">, actor: Actor, query: string): Promise<Answer[]> {
  requirePermission(actor, "catalog.read");
  const { names, hosts, repositories } = identifiersIn(query);
  if (names.length + hosts.length + repositories.length === 0) return [];
  const reader = deps.read.lookup;
  const [byHost, seen, byNamespace, byImage, teams] = await Promise.all([
    reader.servicesByHost(hosts),
    reader.seen([...names, ...hosts]),
    reader.namespaces(names),
    reader.servicesByImage(repositories),
    reader.teams(names),
  ]);
  const guesses = names.flatMap((name) => {
    const service = serviceOfPodName(name);
    return service === undefined ? [] : [{ name, service }];
  });
  const wanted = [
    ...names,
    ...[...byHost, ...byNamespace, ...byImage, ...guesses].map(({ service }) => service),
    ...seen.flatMap(({ service }) => service ?? []),
  ];
  const entities = new Map(
    (await reader.entities([...new Set(wanted)])).map((hit) => [`${hit.kind} ${hit.name}`, hit]),
  );

  const answers: Answer[] = [];
  const add = (service: string | undefined, match: Match) => {
    const entity = entities.get(`Service ${service}`);
    if (
      entity !== undefined &&
      !answers.some((answer) => answer.entity?.name === entity.name && answer.entity.kind === entity.kind)
    ) {
      answers.push({ owner: entity.owner, match, entity });
    }
  };
  for (const object of seen) {
    const kind = object.kind === "Pod" ? "pod" : "object";
    const where = `${object.environment === undefined ? "" : ` in ${object.environment}`}, on ${object.cluster}`;
    add(object.service, {
      kind,
      name: object.name,
      explanation: `${object.kind === "Pod" ? "pod" : object.kind} of ${object.service ?? "nobody"}${where}`,
      cluster: object.cluster,
      ...(object.environment === undefined ? {} : { environment: object.environment }),
      observedAt: object.observedAt,
      ...(object.goneAt === undefined ? {} : { goneAt: object.goneAt }),
    });
  }
  for (const { host, service } of byHost) add(service, { kind: "host", name: host, explanation: `host of ${service}` });
  for (const name of names) {
    for (const kind of ["Service", "Resource", "System"] as const) {
      const entity = entities.get(`${kind} ${name}`);
      if (entity === undefined || answers.some((answer) => answer.entity === entity)) continue;
      const match = {
        kind: kind.toLowerCase() as "service" | "resource" | "system",
        name,
        explanation: `the ${kind.toLowerCase()} ${name}`,
      };
      answers.push({ owner: entity.owner, match, entity });
    }
  }
  for (const { namespace, cluster, environment, service } of byNamespace) {
    add(service, {
      kind: "namespace",
      name: namespace,
      explanation: `namespace of ${service} in ${environment}, on ${cluster}`,
      cluster,
      environment,
    });
  }
  for (const { repository, service } of byImage)
    add(service, { kind: "image", name: repository, explanation: `image of ${service}` });
  for (const { name, service } of guesses) {
    add(service, { kind: "pod", name, explanation: `pod of ${service}, going by its name; it was never seen` });
  }
  for (const { links: _links, ...owner } of teams)
    answers.push({ owner, match: { kind: "team", name: owner.team, explanation: `the team ${owner.team}` } });
  return answers.slice(0, 10);
}

/** What the box offers while somebody types. */
export async function suggest(deps: Pick<Deps, "read">, actor: Actor, text: string): Promise<LookupSuggestion[]> {
  requirePermission(actor, "catalog.read");
  const trimmed = text.trim().toLowerCase().slice(0, 100);
  return trimmed.length === 0 ? [] : deps.read.lookup.suggest(trimmed, 8);
}
