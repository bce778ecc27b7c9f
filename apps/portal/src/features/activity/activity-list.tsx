import { Card, EmptyState, Steps, Time } from "@fairlead/ui";
import { Dot } from "lucide-react";
import type { ReactNode } from "react";

export interface ActivityView {
  id: string;
  at: string;
  by: string;
  /** What was done, as a sentence. */
  summary: string;
  team?: string | undefined;
  environment?: string | undefined;
}

export interface ActivityListProps {
  title: string;
  activity: readonly ActivityView[];
  /** What stands here when nothing happened yet. */
  empty: ReactNode;
}

/** What people did, the latest first. */
export function ActivityList({ title, activity, empty }: ActivityListProps) {
  return (
    <Card title={title}>
      {activity.length === 0 ? (
        <EmptyState>{empty}</EmptyState>
      ) : (
        <Steps
          label={title}
          steps={activity.map(({ id, at, by, summary }) => ({
            key: id,
            icon: Dot,
            title: summary,
            detail: by,
            at: <Time at={at} form="bare" />,
          }))}
        />
      )}
    </Card>
  );
}
