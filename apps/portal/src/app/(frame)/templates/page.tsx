import type { Metadata } from "next";
import { LiveRefresh } from "../../../features/live/live-refresh.tsx";
import { TemplatesScreen } from "../../../features/template/templates-screen.tsx";
import { ask } from "../../../page/ask.ts";

export const metadata: Metadata = { title: "Templates" };

export default async function TemplatesPage() {
  return (
    <>
      <TemplatesScreen templates={await ask((api) => api.template.use())} />
      <LiveRefresh watch={[{ kind: "catalog" }]} />
    </>
  );
}
