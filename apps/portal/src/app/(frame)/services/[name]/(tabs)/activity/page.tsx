import { ActivityList } from "../../../../../../features/activity/activity-list.tsx";
import { OlderActivity } from "../../../../../../features/activity/older-activity.tsx";
import { loadService } from "../../../../../../features/service/load-service.ts";
import { ask } from "../../../../../../page/ask.ts";
import { one } from "../../../../../../page/one.ts";

interface ActivityPageProps {
  params: Promise<{ name: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

const PAGE_SIZE = 30;

export default async function ActivityPage({ params, searchParams }: ActivityPageProps) {
  const { name } = await loadService((await params).name);
  const before = /^\d{1,18}$/.exec(one((await searchParams).before) ?? "")?.[0];
  const activity = await ask((api) =>
    api.activity.list({ subject: { kind: "Service", name }, limit: PAGE_SIZE, before }),
  );
  return (
    <>
      <ActivityList
        title="What was done"
        activity={activity}
        empty="What people do with this service is written here."
      />
      {activity.length === PAGE_SIZE && <OlderActivity service={name} before={activity.at(-1)?.id} />}
    </>
  );
}
