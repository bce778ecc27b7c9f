import type { StateName } from "@fairlead/ui";
import type { ExceptionDetailsView, ExceptionView } from "./exception-view.ts";

interface Look {
  name: StateName;
  word: string;
}

export const EXCEPTION_LOOKS = {
  requested: { name: "Waiting", word: "Waits for a decision" },
  "in-force": { name: "Healthy", word: "In force" },
  expired: { name: "Suspended", word: "Expired" },
  ended: { name: "Suspended", word: "Ended" },
  refused: { name: "Failed", word: "Refused" },
  withdrawn: { name: "Absent", word: "Taken back" },
  lapsed: { name: "Absent", word: "Not decided in time" },
} as const satisfies Record<ExceptionView["state"], Look>;

type HonouredState = ExceptionDetailsView["places"][number]["state"];

/** How a cluster that answers is. */
export const HONOURED_LOOKS = {
  honoured: { name: "Healthy", word: "Honoured" },
  "not-yet": { name: "Progressing", word: "On its way, within a minute" },
  still: { name: "Progressing", word: "Being taken away, within a minute" },
  not: { name: "Absent", word: "Not honoured" },
} as const satisfies Record<HonouredState, Look>;

/** What is known of one that cannot be reached. */
export const AWAY_LOOKS = {
  honoured: { name: "Unreachable", word: "Honoured when last seen" },
  "not-yet": { name: "Unreachable", word: "Not known there yet" },
  still: { name: "Unreachable", word: "Still honoured" },
  not: { name: "Absent", word: "Not honoured" },
} as const satisfies Record<HonouredState, Look>;
