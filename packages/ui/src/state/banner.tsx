import type { LucideIcon } from "lucide-react";
import { CircleCheck, CircleX, Info, LoaderCircle, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../style/class-names.ts";
import { TONE_GROUND, TONE_TEXT, type Tone } from "../style/tone.ts";

const ICONS = {
  good: CircleCheck,
  moving: LoaderCircle,
  bad: CircleX,
  warn: TriangleAlert,
  quiet: Info,
} as const satisfies Record<Tone, LucideIcon>;

export interface BannerProps {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  /** What to do about it. */
  action?: ReactNode;
  /** Read out at once: for what has just happened, not for what stands there when the page opens. */
  urgent?: boolean;
}

/** Something that somebody must know before they read on. */
export function Banner({ tone, title, children, action, urgent = false }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div
      role={urgent ? "alert" : "status"}
      className={classNames("flex flex-wrap items-start gap-x-4 gap-y-2 rounded-surface px-4 py-3", TONE_GROUND[tone])}
    >
      <Icon aria-hidden size={16} strokeWidth={1.9} className={classNames("mt-0.5 flex-none", TONE_TEXT[tone])} />
      <div className="-ml-2 grid min-w-0 flex-1 gap-0.5">
        <p className={classNames("font-bold", TONE_TEXT[tone])}>{title}</p>
        {children !== undefined && <div className="text-soft">{children}</div>}
      </div>
      {action}
    </div>
  );
}
