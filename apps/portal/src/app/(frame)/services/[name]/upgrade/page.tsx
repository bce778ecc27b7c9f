import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { actorOfMe } from "../../../../../features/declare/actor-of-me.ts";
import { EditScreen } from "../../../../../features/declare/edit-screen.tsx";
import { readForm } from "../../../../../features/declare/form/read-form.ts";
import { ownerOptions } from "../../../../../features/declare/owner-options.ts";
import { withCurrentOwner } from "../../../../../features/declare/with-current-owner.ts";
import { loadService } from "../../../../../features/service/load-service.ts";
import { ask } from "../../../../../page/ask.ts";
import { one } from "../../../../../page/one.ts";
import { paths } from "../../../../../paths.ts";

interface UpgradePageProps {
  params: Promise<{ name: string }>;
  searchParams: Promise<{ to?: string | string[] }>;
}

export async function generateMetadata({ params }: UpgradePageProps): Promise<Metadata> {
  return { title: `Upgrade ${(await params).name}` };
}

export default async function UpgradePage({ params, searchParams }: UpgradePageProps) {
  const service = await loadService((await params).name);
  const { name, title, revision, document, template, can, source } = service;
  const to = one((await searchParams).to) ?? service.newerTemplate;
  // The service's page says why.
  if (!can.edit.allowed || source === "repository" || template === undefined || to === undefined)
    redirect(paths.service(name));
  const [reference = ""] = template.split("@");
  const [me, teams, found, environments] = await ask((api) =>
    Promise.all([
      api.session.me(),
      api.team.list(),
      api.template.get({ reference: `${reference}@${to}` }),
      api.environment.list(),
    ]),
  );
  return (
    <EditScreen
      actor={actorOfMe(me)}
      saved={{ name, title, revision, document, owner: service.owner }}
      form={readForm(found)}
      upgrade={{ from: template, to }}
      owners={withCurrentOwner(ownerOptions(me, teams), service.owner)}
      environments={environments}
    />
  );
}
