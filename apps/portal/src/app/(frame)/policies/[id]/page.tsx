import { decide } from "@fairlead/domain";
import type { Metadata } from "next";
import { actorOfMe } from "../../../../features/declare/actor-of-me.ts";
import { LiveRefresh } from "../../../../features/live/live-refresh.tsx";
import { PolicyScreen } from "../../../../features/policy/policy-screen.tsx";
import { ask } from "../../../../page/ask.ts";

interface PolicyPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PolicyPageProps): Promise<Metadata> {
  return { title: decodeURIComponent((await params).id) };
}

export default async function PolicyPage({ params }: PolicyPageProps) {
  const id = decodeURIComponent((await params).id);
  const [me, policy] = await ask((api) => Promise.all([api.session.me(), api.policy.get({ id })]));
  const decision = decide(actorOfMe(me), "policy.stage");
  return (
    <>
      <PolicyScreen now={new Date()} policy={policy} refusal={decision.allowed ? undefined : decision.reason} />
      <LiveRefresh watch={[{ kind: "catalog", id: `Policy ${id}` }]} />
    </>
  );
}
