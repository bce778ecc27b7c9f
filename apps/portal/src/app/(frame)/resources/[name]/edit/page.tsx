import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ownerOptions } from "../../../../../features/declare/owner-options.ts";
import { withCurrentOwner } from "../../../../../features/declare/with-current-owner.ts";
import { EditResourceScreen } from "../../../../../features/resource/edit-resource-screen.tsx";
import { ask } from "../../../../../page/ask.ts";
import { paths } from "../../../../../paths.ts";

interface EditResourcePageProps {
  params: Promise<{ name: string }>;
}

export async function generateMetadata({ params }: EditResourcePageProps): Promise<Metadata> {
  return { title: `Edit ${(await params).name}` };
}

export default async function EditResourcePage({ params }: EditResourcePageProps) {
  const { name } = await params;
  const [me, teams, resource, environments] = await ask((api) =>
    Promise.all([api.session.me(), api.team.list(), api.resource.get({ name }), api.environment.list()]),
  );
  // The resource's page says why.
  if (!resource.can.edit.allowed) redirect(paths.resource(name));
  return (
    <EditResourceScreen
      saved={resource}
      owners={withCurrentOwner(ownerOptions(me, teams), resource.owner)}
      environments={environments}
    />
  );
}
