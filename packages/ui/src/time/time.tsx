"use client";

import { useSyncExternalStore } from "react";
import { classNames } from "../style/class-names.ts";
import { subscribeToClock } from "./clock.ts";
import { useRenderedAt } from "./clock-provider.tsx";
import { formatAge, formatBareAge } from "./format-age.ts";
import { formatClock, formatMoment } from "./format-moment.ts";

/** `ago` is “3 min ago”, `bare` is “3 min” as in a column of ages, `clock` is “14:31:07”. */
export type TimeForm = "ago" | "bare" | "clock";

export interface TimeProps {
  /** RFC 3339. */
  at: string;
  form?: TimeForm;
  /** Older than this many seconds, it turns visibly old. */
  staleAfter?: number;
}

/** When something was: at a glance, kept up to date, the exact time on hover. */
export function Time({ at, form = "ago", staleAfter }: TimeProps) {
  const moment = Date.parse(at);
  const renderedAt = useRenderedAt();
  const secondsAt = (now: number) => (now - moment) / 1000;
  const isStale = (now: number) => staleAfter !== undefined && secondsAt(now) > staleAfter;
  const write = (now: number, zone: "local" | "UTC") => {
    if (form === "clock") return formatClock(moment, zone);
    return form === "ago" ? formatAge(secondsAt(now)) : formatBareAge(secondsAt(now));
  };

  const text = useSyncExternalStore(
    subscribeToClock,
    () => write(Date.now(), "local"),
    () => write(renderedAt, "UTC"),
  );
  const stale = useSyncExternalStore(
    subscribeToClock,
    () => isStale(Date.now()),
    () => isStale(renderedAt),
  );
  const exact = useSyncExternalStore(
    subscribeToClock,
    () => formatMoment(moment, "local"),
    () => formatMoment(moment, "UTC"),
  );
  return (
    <time dateTime={at} title={exact} className={classNames("whitespace-nowrap tabular-nums", stale && "text-warn")}>
      {text}
    </time>
  );
}
