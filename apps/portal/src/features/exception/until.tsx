import { None, Pill } from "@fairlead/ui";
import { Clock } from "lucide-react";
import { endOf } from "./end-of.ts";
import type { ExceptionView } from "./exception-view.ts";

const SOON_MS = 3 * 24 * 60 * 60 * 1000;

export interface UntilProps {
  exception: Pick<ExceptionView, "until" | "state" | "ended">;
  now: Date;
  /** The sentence is to say what the day is, since no head does. */
  inWords?: boolean;
}

/** Until when it holds, marked where that is soon; when it ended; nothing for what never held. */
export function Until({ exception, now, inWords = false }: UntilProps) {
  const end = endOf(exception);
  if (end === undefined) return inWords ? null : <None />;
  const day = (
    <time
      dateTime={end.at}
      title={`${end.at.slice(0, 16).replace("T", " ")} UTC`}
      className="whitespace-nowrap tabular-nums"
    >
      {end.at.slice(0, 10)}
    </time>
  );
  const isSoon = exception.state === "in-force" && Date.parse(end.at) - now.getTime() < SOON_MS;
  if (isSoon)
    return (
      <Pill tone="warn" icon={Clock}>
        ends soon: {day}
      </Pill>
    );
  return inWords || end.word === "ended" ? (
    <span className={inWords ? "text-faint text-label" : undefined}>
      {end.word} {day}
    </span>
  ) : (
    day
  );
}
