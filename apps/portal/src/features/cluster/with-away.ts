import type { Answers } from "../../answers.ts";

/** An environment, and those of its clusters that cannot be reached now. */
export interface EnvironmentView {
  name: string;
  title: string;
  away: readonly string[];
}

/** What was last seen of a cluster that is away is old, wherever it is shown. */
export function withAway(
  environments: Pick<Answers["environment"]["list"][number], "name" | "title" | "clusters">[],
  clusters: Pick<Answers["cluster"]["list"][number], "name" | "unreachableSince">[],
): EnvironmentView[] {
  const away = new Set(
    clusters.filter(({ unreachableSince }) => unreachableSince !== undefined).map(({ name }) => name),
  );
  return environments.map(({ name, title, clusters: placed }) => ({
    name,
    title,
    away: placed.filter((cluster) => away.has(cluster)),
  }));
}
