import { Card, Time } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";

type Decision = Answers["resource"]["get"]["decisions"][number];

export interface DecisionListProps {
  title: string;
  decisions: readonly Decision[];
}

/** What was decided about whether something belongs on Kubernetes: who, when, why, and against which advice. */
export function DecisionList({ title, decisions }: DecisionListProps) {
  return (
    <Card title={title}>
      <ul className="grid gap-4">
        {decisions.map(({ question, reason, by, at }) => (
          <li key={`${at} ${question?.ask}`} className="grid gap-1">
            <p className="break-words">“{reason}”</p>
            <p className="text-faint text-label">
              {by}, <Time at={at} />
            </p>
            {question !== undefined && (
              <p className="text-label text-soft">
                {question.ask} <b className="font-strong">Yes.</b> {question.because}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
