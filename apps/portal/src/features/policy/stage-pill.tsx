import { Pill, type Tone } from "@fairlead/ui";
import { Eye, type LucideIcon, ShieldBan, TriangleAlert } from "lucide-react";
import type { PolicySummaryView } from "./policy-filter.ts";

const LOOKS = {
  audit: { word: "Audits", tone: "quiet", icon: Eye },
  warn: { word: "Warns", tone: "warn", icon: TriangleAlert },
  deny: { word: "Denies", tone: "good", icon: ShieldBan },
} as const satisfies Record<PolicySummaryView["stage"], { word: string; tone: Tone; icon: LucideIcon }>;

/** How a policy is held. */
export function StagePill({ stage }: { stage: PolicySummaryView["stage"] }) {
  const { word, tone, icon } = LOOKS[stage];
  return (
    <Pill tone={tone} icon={icon}>
      {word}
    </Pill>
  );
}

/** What comes next, in a few words. */
export function NextStage({ next }: { next: PolicySummaryView["next"] }) {
  if (next === undefined) return null;
  return (
    <span className="text-faint text-label">
      {LOOKS[next.stage].word.toLowerCase()} from <time dateTime={next.from}>{next.from.slice(0, 10)}</time>
    </span>
  );
}
