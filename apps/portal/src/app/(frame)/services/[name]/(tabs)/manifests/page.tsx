import { choosePlace } from "../../../../../../features/service/choose-place.ts";
import { loadService } from "../../../../../../features/service/load-service.ts";
import { ManifestsTab } from "../../../../../../features/service/manifests-tab.tsx";
import { ask } from "../../../../../../page/ask.ts";
import { one } from "../../../../../../page/one.ts";

interface ManifestsPageProps {
  params: Promise<{ name: string }>;
  searchParams: Promise<{ environment?: string | string[]; cluster?: string | string[] }>;
}

export default async function ManifestsPage({ params, searchParams }: ManifestsPageProps) {
  const { name, places } = await loadService((await params).name);
  const { environment, cluster } = await searchParams;
  const place = choosePlace(places, one(environment), one(cluster));
  const delivered = place && (await ask((api) => api.service.manifests({ service: name, ...place })));
  return <ManifestsTab service={name} places={places} chosen={place} delivered={delivered ?? undefined} />;
}
