import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { actorOfMe } from "../../../../../features/declare/actor-of-me.ts";
import { EditScreen } from "../../../../../features/declare/edit-screen.tsx";
import { readForm } from "../../../../../features/declare/form/read-form.ts";
import { ownerOptions } from "../../../../../features/declare/owner-options.ts";
import { withCurrentOwner } from "../../../../../features/declare/with-current-owner.ts";
import { loadService } from "../../../../../features/service/load-service.ts";
import { ask } from "../../../../../page/ask.ts";
import { paths } from "../../../../../paths.ts";

interface EditPageProps {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  return { title: `Edit ${(await params).name}` };
}

export default async function EditPage({ params }: EditPageProps) {
  const service = await loadService((await params).name);
  const { name, title, revision, document, template, can, source } = service;
  // The service's page says why; a form whose end is a refusal would waste somebody's answers.
  if (!can.edit.allowed || source === "repository" || template === undefined) redirect(paths.service(name));
  const [me, teams, found, environments] = await ask((api) =>
    Promise.all([api.session.me(), api.team.list(), api.template.get({ reference: template }), api.environment.list()]),
  );
  return (
    <EditScreen
      actor={actorOfMe(me)}
      saved={{ name, title, revision, document, owner: service.owner }}
      form={readForm(found)}
      owners={withCurrentOwner(ownerOptions(me, teams), service.owner)}
      environments={environments}
    />
  );
}
