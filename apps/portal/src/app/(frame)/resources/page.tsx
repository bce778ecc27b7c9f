import type { Metadata } from "next";
import { LiveRefresh } from "../../../features/live/live-refresh.tsx";
import { ResourcesScreen } from "../../../features/resource/resources-screen.tsx";
import { readServiceFilter } from "../../../features/service/service-filter.ts";
import { ask } from "../../../page/ask.ts";

export const metadata: Metadata = { title: "Off the platform" };

interface ResourcesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const PAGE_SIZE = 50;

export default async function ResourcesPage({ searchParams }: ResourcesPageProps) {
  const filter = { ...readServiceFilter(await searchParams), offPlatform: true };
  const { text, mine, cursor } = filter;
  const [me, page] = await ask((api) =>
    Promise.all([api.session.me(), api.resource.list({ text, mine, cursor, limit: PAGE_SIZE })]),
  );
  return (
    <>
      <ResourcesScreen me={me} page={page} filter={filter} />
      <LiveRefresh watch={[{ kind: "catalog" }]} />
    </>
  );
}
