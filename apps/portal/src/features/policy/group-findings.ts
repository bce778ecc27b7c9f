import type { PolicyView } from "./policy-view.ts";

type Finding = PolicyView["findings"][number];

/** All that one object of a service in one place breaks. */
export interface BrokenPlace extends Pick<Finding, "service" | "environment" | "cluster" | "object"> {
  messages: readonly string[];
}

/** Findings by owner, in order of names; what one object breaks several times stands there once. */
export function groupFindings(findings: readonly Finding[]): { team: string; places: readonly BrokenPlace[] }[] {
  const teams = new Map<string, Map<string, BrokenPlace>>();
  for (const { team, service, environment, cluster, object, message } of findings) {
    const places = teams.get(team) ?? new Map<string, BrokenPlace>();
    teams.set(team, places);
    const key = JSON.stringify([service, environment, cluster, object]);
    const messages = places.get(key)?.messages ?? [];
    if (messages.includes(message)) continue;
    places.set(key, { service, environment, cluster, object, messages: [...messages, message] });
  }
  return [...teams]
    .map(([team, places]) => ({ team, places: [...places.values()] }))
    .toSorted((a, b) => (a.team < b.team ? -1 : 1));
}
