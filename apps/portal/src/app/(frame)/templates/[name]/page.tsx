import type { Metadata } from "next";
import { LiveRefresh } from "../../../../features/live/live-refresh.tsx";
import { TemplateScreen } from "../../../../features/template/template-screen.tsx";
import { ask } from "../../../../page/ask.ts";

interface TemplatePageProps {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: TemplatePageProps): Promise<Metadata> {
  return { title: `Template ${(await params).name}` };
}

export default async function TemplatePage({ params }: TemplatePageProps) {
  const { name } = await params;
  const [template, example] = await ask((api) =>
    Promise.all([api.template.show({ name }), api.template.example({ name })]),
  );
  return (
    <>
      <TemplateScreen template={template} example={example} />
      <LiveRefresh watch={[{ kind: "catalog" }]} />
    </>
  );
}
