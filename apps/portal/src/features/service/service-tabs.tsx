import { TabLinks } from "@fairlead/ui";
import { paths, SERVICE_TABS, type ServiceTab } from "../../paths.ts";

const LABELS = {
  overview: "Overview",
  releases: "Releases",
  manifests: "Manifests",
  dependencies: "Dependencies",
  activity: "Activity",
} as const satisfies Record<ServiceTab, string>;

export function ServiceTabs({ service, current }: { service: string; current: ServiceTab }) {
  return (
    <TabLinks
      label={`Parts of ${service}`}
      tabs={SERVICE_TABS.map((tab) => ({
        label: LABELS[tab],
        href: paths.service(service, tab),
        current: tab === current,
      }))}
    />
  );
}
