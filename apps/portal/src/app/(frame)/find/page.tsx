import type { Metadata } from "next";
import { FindScreen } from "../../../features/find/find-screen.tsx";
import { ask } from "../../../page/ask.ts";
import { one } from "../../../page/one.ts";

interface FindPageProps {
  searchParams: Promise<{ q?: string | string[] }>;
}

/** Room for a whole alert; more says nothing about who owns it. */
const MAX_QUERY = 4000;

export async function generateMetadata({ searchParams }: FindPageProps): Promise<Metadata> {
  const query = one((await searchParams).q)?.trim();
  return { title: query === undefined || query === "" ? "Find" : query.slice(0, 60) };
}

export default async function FindPage({ searchParams }: FindPageProps) {
  const query = (one((await searchParams).q) ?? "").trim().slice(0, MAX_QUERY);
  const [{ answers }, clusters] = await ask((api) => Promise.all([api.lookup.find({ query }), api.cluster.list()]));
  const away = clusters.filter(({ unreachableSince }) => unreachableSince !== undefined).map(({ name }) => name);
  return <FindScreen query={query} answers={answers} away={away} />;
}
