import { DependenciesTab } from "../../../../../../features/service/dependencies-tab.tsx";
import { loadService } from "../../../../../../features/service/load-service.ts";

export default async function DependenciesPage({ params }: { params: Promise<{ name: string }> }) {
  const { needs, calledBy } = await loadService((await params).name);
  return <DependenciesTab needs={needs} calledBy={calledBy} />;
}
