import type { Metadata } from "next";
import { loadClusters } from "../../../features/cluster/load-clusters.ts";
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
  const [{ answers }, clusters] = await Promise.all([ask((api) => api.lookup.find({ query })), loadClusters()]);
  return <FindScreen query={query} answers={answers} clusters={clusters} />;
}
