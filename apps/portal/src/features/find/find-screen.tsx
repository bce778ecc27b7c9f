import { EmptyState, LinkButton } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import type { ContactedCluster } from "../cluster/last-contact.ts";
import { AnswerCard } from "./answer-card.tsx";
import type { AnswerView } from "./answer-view.ts";

/** Of a whole alert the beginning tells which it was. */
const MOST_SHOWN = 80;

export interface FindScreenProps {
  query: string;
  answers: readonly AnswerView[];
  /** As last seen: what is shown of them is from then. */
  clusters: readonly (ContactedCluster & { unreachableSince?: string | undefined })[];
}

/** What the box found, the best answer first. */
export function FindScreen({ query, answers, clusters }: FindScreenProps) {
  const away = clusters.filter(({ unreachableSince }) => unreachableSince !== undefined).map(({ name }) => name);
  return (
    <div className="grid max-w-160 gap-6">
      <h1 className="sr-only">{query === "" ? "Find anything" : `What is ${query}?`}</h1>
      {answers.map((answer) => (
        <AnswerCard
          key={`${answer.match.explanation} ${answer.match.name}`}
          answer={answer}
          away={away}
          clusters={clusters}
        />
      ))}
      {answers.length === 0 && (
        <EmptyState action={<LinkButton href={paths.services()}>See all services</LinkButton>}>
          {query === ""
            ? "Type what you have in your hand: the name of a service, a team, a pod or an image, a hostname, an address."
            : `Nothing here goes by “${query.slice(0, MOST_SHOWN)}”. Try a part of it, a hostname, or the name of a pod.`}
        </EmptyState>
      )}
    </div>
  );
}
