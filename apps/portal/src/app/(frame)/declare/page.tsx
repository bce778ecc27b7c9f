import type { Metadata } from "next";
import { actorOfMe } from "../../../features/declare/actor-of-me.ts";
import { DeclareRefused } from "../../../features/declare/declare-refused.tsx";
import { DeclareScreen } from "../../../features/declare/declare-screen.tsx";
import { readForm } from "../../../features/declare/form/read-form.ts";
import { ownerOptions } from "../../../features/declare/owner-options.ts";
import { ask } from "../../../page/ask.ts";

export const metadata: Metadata = { title: "Declare a service" };

export default async function DeclarePage() {
  const [me, teams, templates, environments] = await ask((api) =>
    Promise.all([api.session.me(), api.team.list(), api.template.list(), api.environment.list()]),
  );
  const owners = ownerOptions(me, teams);
  const missing =
    owners.length === 0
      ? "team"
      : templates.length === 0
        ? "template"
        : environments.length === 0
          ? "environment"
          : undefined;
  if (missing !== undefined) return <DeclareRefused missing={missing} />;
  return (
    <DeclareScreen actor={actorOfMe(me)} forms={templates.map(readForm)} owners={owners} environments={environments} />
  );
}
