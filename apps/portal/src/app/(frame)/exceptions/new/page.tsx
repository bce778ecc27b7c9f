import type { Metadata } from "next";
import { RequestScreen } from "../../../../features/exception/request-screen.tsx";
import { ask } from "../../../../page/ask.ts";
import { one } from "../../../../page/one.ts";

export const metadata: Metadata = { title: "Ask for an exception" };

interface RequestPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const USUAL_DAYS = 14;

export default async function RequestPage({ searchParams }: RequestPageProps) {
  const query = await searchParams;
  const [options, environments] = await ask((api) => Promise.all([api.exception.options(), api.environment.list()]));
  const [policy, environment] = [one(query.policy), one(query.environment)];
  const initial = {
    service: (one(query.service) ?? "").slice(0, 40),
    from: options.some(({ kind, name }) => kind === "policy" && name === policy) ? `policy ${policy}` : null,
    value: "",
    environments: environments.flatMap(({ name }) => (name === environment ? [name] : [])),
    reason: "",
    control: "",
    days: USUAL_DAYS,
  };
  return <RequestScreen options={options} environments={environments} initial={initial} />;
}
