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
  const answers = await ask(async (api) => {
    const found = query === "" ? [] : (await api.lookup.find({ query })).answers;
    const [first] = found;
    if (first?.entity?.kind !== "Service") return found;
    const subject = { kind: "Service", name: first.entity.name };
    const [lately, { calledBy }] = await Promise.all([
      api.activity.list({ subject, limit: 3 }),
      api.service.get({ name: subject.name }),
    ]);
    return [{ ...first, lately, calledBy }, ...found.slice(1)];
  });
  return <FindScreen query={query} answers={answers} />;
}
