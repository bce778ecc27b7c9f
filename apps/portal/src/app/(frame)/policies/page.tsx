import type { Metadata } from "next";
import { LiveRefresh } from "../../../features/live/live-refresh.tsx";
import { PoliciesScreen } from "../../../features/policy/policies-screen.tsx";
import { readPolicyFilter } from "../../../features/policy/policy-filter.ts";
import { ask } from "../../../page/ask.ts";

export const metadata: Metadata = { title: "Policies" };

interface PoliciesPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PoliciesPage({ searchParams }: PoliciesPageProps) {
  const filter = readPolicyFilter(await searchParams);
  const list = await ask((api) => api.policy.list());
  return (
    <>
      <PoliciesScreen list={list} filter={filter} />
      <LiveRefresh watch={[{ kind: "catalog" }]} />
    </>
  );
}
