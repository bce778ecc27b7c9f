import type { Metadata } from "next";
import { readExceptionFilter } from "../../../features/exception/exception-filter.ts";
import { ExceptionsScreen } from "../../../features/exception/exceptions-screen.tsx";
import { LiveRefresh } from "../../../features/live/live-refresh.tsx";
import { ask } from "../../../page/ask.ts";

export const metadata: Metadata = { title: "Exceptions" };

interface ExceptionsPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** That time passes, nobody tells. */
const REFRESH_MS = 30_000;

export default async function ExceptionsPage({ searchParams }: ExceptionsPageProps) {
  const filter = readExceptionFilter(await searchParams);
  const { list, service, before } = filter;
  const page = { ...(service === undefined ? {} : { service }), ...(before === undefined ? {} : { before }) };
  const { items, next } = await ask((api) => api.exception.list({ filter: list, ...page }));
  return (
    <>
      <ExceptionsScreen exceptions={items} filter={filter} next={next} now={new Date()} />
      <LiveRefresh watch={[{ kind: "service" }]} everyMs={REFRESH_MS} />
    </>
  );
}
