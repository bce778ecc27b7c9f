import {
  ArrowLeftRight,
  Check,
  CheckCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  Clock,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Pause,
  Unlink,
  X,
} from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../style/class-names.ts";
import { TONE_TEXT, type Tone } from "../style/tone.ts";

const STATE_NAMES = [
  "Healthy",
  "Progressing",
  "Degraded",
  "Suspended",
  "Missing",
  "Absent",
  "Unknown",
  "Synced",
  "OutOfSync",
  "Unreachable",
  "Stale",
  "Waiting",
  "Failed",
] as const;
export type StateName = (typeof STATE_NAMES)[number];

interface StateLook {
  word: string;
  tone: Tone;
  icon: LucideIcon;
}

/** Complete by type: a new state does not compile until somebody decides how it looks. */
export const STATE_LOOKS = {
  Healthy: { word: "Healthy", tone: "good", icon: Check },
  Progressing: { word: "Progressing", tone: "moving", icon: LoaderCircle },
  Degraded: { word: "Degraded", tone: "bad", icon: X },
  Suspended: { word: "Suspended", tone: "quiet", icon: Pause },
  Missing: { word: "Missing", tone: "warn", icon: CircleDashed },
  Absent: { word: "Not deployed", tone: "quiet", icon: CircleDashed },
  Unknown: { word: "Unknown", tone: "quiet", icon: CircleQuestionMark },
  Synced: { word: "Synced", tone: "good", icon: CheckCheck },
  OutOfSync: { word: "Out of sync", tone: "warn", icon: ArrowLeftRight },
  Unreachable: { word: "Unreachable", tone: "warn", icon: Unlink },
  Stale: { word: "Stale", tone: "warn", icon: Clock },
  Waiting: { word: "Waiting", tone: "quiet", icon: Hourglass },
  Failed: { word: "Failed", tone: "bad", icon: CircleX },
} as const satisfies Record<StateName, StateLook>;

export interface StateProps {
  name: StateName;
  /** Other words for this case, such as “Deploying to prod”. */
  word?: string | undefined;
  /** After the word, such as “2 of 6” or an age. */
  detail?: ReactNode;
}

/** How something is: an icon, a word and a colour, always all three. */
export function State({ name, word, detail }: StateProps) {
  const { icon: Icon, tone, word: usualWord } = STATE_LOOKS[name];
  return (
    <span className={classNames("inline-flex items-center gap-1.5 align-middle font-strong", TONE_TEXT[tone])}>
      <Icon
        aria-hidden
        size={15}
        strokeWidth={1.9}
        className={classNames("flex-none", name === "Progressing" && "motion-safe:animate-turn")}
      />
      <span>
        {word ?? usualWord}
        {detail !== undefined && <> · {detail}</>}
      </span>
    </span>
  );
}
