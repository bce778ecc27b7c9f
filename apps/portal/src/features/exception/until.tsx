import { Pill } from "@fairlead/ui";
import { Clock } from "lucide-react";
import type { ExceptionView } from "./exception-view.ts";

const SOON_MS = 3 * 24 * 60 * 60 * 1000;

export interface UntilProps {
  exception: Pick<ExceptionView, "until" | "state">;
  now: Date;
}

/** Until when it holds; marked where that is soon. */
export function Until({ exception: { until, state }, now }: UntilProps) {
  const isSoon = state === "in-force" && Date.parse(until) - now.getTime() < SOON_MS;
  const day = (
    <time
      dateTime={until}
      title={`${until.slice(0, 16).replace("T", " ")} UTC`}
      className="whitespace-nowrap tabular-nums"
    >
      {until.slice(0, 10)}
    </time>
  );
  return isSoon ? (
    <Pill tone="warn" icon={Clock}>
      ends soon: {day}
    </Pill>
  ) : (
    day
  );
}
