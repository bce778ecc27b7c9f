import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExceptionScreen } from "../../../../features/exception/exception-screen.tsx";
import { LiveRefresh } from "../../../../features/live/live-refresh.tsx";
import { ask } from "../../../../page/ask.ts";

interface ExceptionPageProps {
  params: Promise<{ number: string }>;
}

/** That time passes, nobody tells. */
const REFRESH_MS = 15_000;

export async function generateMetadata({ params }: ExceptionPageProps): Promise<Metadata> {
  return { title: `Exception ${(await params).number}` };
}

export default async function ExceptionPage({ params }: ExceptionPageProps) {
  const { number } = await params;
  if (!/^\d{1,9}$/.test(number) || number === "0") notFound();
  const exception = await ask((api) => api.exception.get({ number: Number(number) }));
  return (
    <>
      <ExceptionScreen exception={exception} now={new Date()} />
      <LiveRefresh watch={[{ kind: "service", id: exception.service }, { kind: "cluster" }]} everyMs={REFRESH_MS} />
    </>
  );
}
