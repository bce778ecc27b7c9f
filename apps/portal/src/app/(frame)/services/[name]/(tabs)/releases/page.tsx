import { loadService } from "../../../../../../features/service/load-service.ts";
import { ReleasesTab } from "../../../../../../features/service/releases-tab.tsx";
import { ask } from "../../../../../../page/ask.ts";

export default async function ReleasesPage({ params }: { params: Promise<{ name: string }> }) {
  const { name, places } = await loadService((await params).name);
  const releases = await ask((api) => api.service.releases({ name }));
  return <ReleasesTab releases={releases} places={places} />;
}
