import type { Metadata } from "next";
import { AdoptScreen } from "../../../features/adopt/adopt-screen.tsx";
import { DeclareRefused } from "../../../features/declare/declare-refused.tsx";
import { ownerOptions } from "../../../features/declare/owner-options.ts";
import { ask } from "../../../page/ask.ts";

export const metadata: Metadata = { title: "Adopt services" };

export default async function AdoptPage() {
  const [me, teams, environments] = await ask((api) =>
    Promise.all([api.session.me(), api.team.list(), api.environment.list()]),
  );
  const owners = ownerOptions(me, teams);
  if (owners.length === 0) return <DeclareRefused missing="team" />;
  return <AdoptScreen owners={owners} environments={environments} />;
}
