import { Banner, TextLink, Time } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import type { ClusterInFrame } from "./clusters-note.tsx";

/** Clusters that are away: what is shown of them is old, on every page. */
export function ClustersBanner({ clusters }: { clusters: readonly ClusterInFrame[] }) {
  const away = clusters.flatMap(({ name, unreachableSince: since }) => (since === undefined ? [] : [{ name, since }]));
  if (away.length === 0) return null;
  return (
    <Banner
      tone="warn"
      title={away.length === 1 ? `${away[0]?.name} cannot be reached` : `${away.length} clusters cannot be reached`}
    >
      {away.map(({ name, since }) => (
        <p key={name}>
          {away.length > 1 && `${name}: `}What you see of it is from <Time at={since} />. Deploys to it wait, and go
          through when it is back.
        </p>
      ))}
      <TextLink href={paths.clusters()}>See the clusters</TextLink>
    </Banner>
  );
}
