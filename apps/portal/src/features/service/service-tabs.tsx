"use client";

import { TabLinks } from "@fairlead/ui";
import { useSelectedLayoutSegment } from "next/navigation";
import { paths, SERVICE_TABS, type ServiceTab } from "../../paths.ts";

const LABELS = {
  overview: "Overview",
  releases: "Releases",
  manifests: "Manifests",
  dependencies: "Dependencies",
  activity: "Activity",
} as const satisfies Record<ServiceTab, string>;

/** The parts of a service's page; the frame around them stays while one changes. */
export function ServiceTabs({ service }: { service: string }) {
  const segment = useSelectedLayoutSegment() ?? "overview";
  return (
    <TabLinks
      label={`Parts of ${service}`}
      tabs={SERVICE_TABS.map((tab) => ({
        label: LABELS[tab],
        href: paths.service(service, tab),
        current: tab === segment,
      }))}
    />
  );
}
