import { documentJsonSchema } from "@fairlead/domain";
import type { Metadata } from "next";
import { EditRefused } from "../../../../../features/template/edit-refused.tsx";
import { TemplateEditor } from "../../../../../features/template/template-editor.tsx";
import { ask } from "../../../../../page/ask.ts";

interface EditTemplatePageProps {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: EditTemplatePageProps): Promise<Metadata> {
  return { title: `Edit template ${(await params).name}` };
}

export default async function EditTemplatePage({ params }: EditTemplatePageProps) {
  const { name } = await params;
  const [opened, { document, users }, environments] = await ask((api) =>
    Promise.all([api.template.open({ name }), api.template.show({ name }), api.environment.list()]),
  );
  const { title } = document.metadata;
  if (!opened.can.edit.allowed) return <EditRefused name={name} title={title} reason={opened.can.edit.reason} />;
  return (
    <TemplateEditor
      name={name}
      title={title}
      opened={opened}
      schema={documentJsonSchema("Template")}
      services={users.map((user) => ({ name: user.name, title: user.title }))}
      environments={environments.map((environment) => ({ name: environment.name, title: environment.title }))}
    />
  );
}
