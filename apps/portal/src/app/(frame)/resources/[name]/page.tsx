import type { Metadata } from "next";
import { LiveRefresh } from "../../../../features/live/live-refresh.tsx";
import { ResourceScreen } from "../../../../features/resource/resource-screen.tsx";
import { ask } from "../../../../page/ask.ts";

interface ResourcePageProps {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: ResourcePageProps): Promise<Metadata> {
  return { title: (await params).name };
}

export default async function ResourcePage({ params }: ResourcePageProps) {
  const { name } = await params;
  const resource = await ask((api) => api.resource.get({ name }));
  return (
    <>
      <ResourceScreen resource={resource} />
      <LiveRefresh watch={[{ kind: "catalog" }]} />
    </>
  );
}
