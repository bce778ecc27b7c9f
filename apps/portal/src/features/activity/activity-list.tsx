import { Card, EmptyState, Steps, TextLink, Time } from "@fairlead/ui";
import { Dot } from "lucide-react";
import type { ReactNode } from "react";
import { paths } from "../../paths.ts";

export interface ActivityView {
  id: string;
  at: string;
  by: string;
  /** What was done, as a sentence. */
  summary: string;
  team?: string | undefined;
  environment?: string | undefined;
  /** What it was done to. */
  subject: { kind: string; name: string };
}

export interface ActivityListProps {
  title: string;
  activity: readonly ActivityView[];
  /** What stands here when nothing happened yet. */
  empty: ReactNode;
  /** Says what each was done to: where not all of it is of one thing. */
  subjects?: boolean;
}

/** What people did, the latest first. */
export function ActivityList({ title, activity, empty, subjects = false }: ActivityListProps) {
  return (
    <Card title={title}>
      {activity.length === 0 ? (
        <EmptyState>{empty}</EmptyState>
      ) : (
        <Steps
          label={title}
          steps={activity.map(({ id, at, by, summary, subject }) => ({
            key: id,
            icon: Dot,
            title: summary,
            detail: subjects ? (
              <>
                <Subject {...subject} /> · {by}
              </>
            ) : (
              by
            ),
            at: <Time at={at} form="bare" />,
          }))}
        />
      )}
    </Card>
  );
}

function Subject({ kind, name }: ActivityView["subject"]) {
  return kind === "Service" ? <TextLink href={paths.service(name)}>{name}</TextLink> : `${kind} ${name}`;
}
