import { Pill } from "@fairlead/ui";
import type { GapView } from "./service-view.ts";

export interface GapListProps {
  /** What is missing; `where` names the environments, where that is not plain from around it. */
  gaps: readonly (GapView & { where?: readonly string[] })[];
}

/** What was declared and cannot be given: what, because, and what to do. Calm: it all works without. */
export function GapList({ gaps }: GapListProps) {
  return (
    <ul aria-label="Gaps" className="grid gap-3">
      {gaps.map(({ what, because, remedy, where = [] }) => (
        <li key={`${what} ${because}`} className="grid gap-0.5">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="min-w-0 break-words font-strong">{what}</span>
            {where.map((environment) => (
              <Pill key={environment}>{environment}</Pill>
            ))}
          </span>
          <span className="text-soft">
            {because}. {remedy}
          </span>
        </li>
      ))}
    </ul>
  );
}
