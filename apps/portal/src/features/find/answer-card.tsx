import { Card, LinkButton, TextLink, Time } from "@fairlead/ui";
import { BookOpen } from "lucide-react";
import { paths } from "../../paths.ts";
import { type ContactedCluster, STALE_SECONDS, seenAt } from "../cluster/last-contact.ts";
import type { AnswerView } from "./answer-view.ts";
import { EntityHead } from "./entity-head.tsx";
import { OwnerBand } from "./owner-band.tsx";

export interface AnswerCardProps {
  answer: AnswerView;
  /** Clusters that cannot be reached now. */
  away: readonly string[];
  clusters: readonly ContactedCluster[];
}

/** What it is, then at once whom to ask and how. Needs no script. */
export function AnswerCard({ answer: { owner, match, entity }, away, clusters }: AnswerCardProps) {
  const asOf = seenAt(clusters, match.cluster ?? "", match.observedAt);
  return (
    <article className="grid gap-3">
      <div className="grid gap-0.5">
        <p className="text-faint text-label">
          {match.explanation}
          {match.goneAt !== undefined && (
            <>
              , gone <Time at={match.goneAt} />
            </>
          )}
        </p>
        <code className="break-words font-mono text-body">{match.name}</code>
      </div>
      <div className="overflow-clip rounded-surface border border-line bg-surface shadow-surface">
        {entity !== undefined && <EntityHead entity={entity} away={away} />}
        <OwnerBand owner={owner} />
        {entity !== undefined && entity.links.length > 0 && (
          <div className="flex flex-wrap gap-2 border-line border-t px-4 py-3">
            {entity.links.map(({ kind, title, url }) => (
              <LinkButton key={url} href={url} {...(kind === "runbook" ? { icon: BookOpen } : {})}>
                {title}
              </LinkButton>
            ))}
          </div>
        )}
      </div>
      {entity?.lastChange !== undefined && (
        <Card title="Changed last" aside={<Time at={entity.lastChange.at} />}>
          {entity.lastChange.summary} <span className="text-faint text-label">{entity.lastChange.by}</span>
        </Card>
      )}
      {entity !== undefined && entity.dependents.length > 0 && (
        <Card title="Hit with it">
          <ul className="flex flex-wrap gap-x-4 gap-y-1">
            {entity.dependents.map((name) => (
              <li key={name}>
                <TextLink href={paths.service(name)}>{name}</TextLink>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {asOf !== undefined && (
        <p className="text-right text-faint text-label">
          {match.cluster !== undefined && `${match.cluster}, `}as of <Time at={asOf} staleAfter={STALE_SECONDS} />
        </p>
      )}
    </article>
  );
}
