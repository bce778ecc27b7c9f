import type { Metadata } from "next";
import type { ReactNode } from "react";
import { LiveRefresh } from "../../../../../features/live/live-refresh.tsx";
import { loadService } from "../../../../../features/service/load-service.ts";
import { ServiceFrame } from "../../../../../features/service/service-frame.tsx";

interface ServiceLayoutProps {
  params: Promise<{ name: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: ServiceLayoutProps): Promise<Metadata> {
  const { name } = await params;
  return { title: name };
}

export default async function ServiceLayout({ params, children }: ServiceLayoutProps) {
  const service = await loadService((await params).name);
  return (
    <>
      <ServiceFrame service={service}>{children}</ServiceFrame>
      <LiveRefresh watch={[{ kind: "service", id: service.name }]} />
    </>
  );
}
