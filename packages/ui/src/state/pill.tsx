import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../style/class-names.ts";
import { TONE_GROUND, TONE_TEXT, type Tone } from "../style/tone.ts";

export interface PillProps {
  tone?: Tone;
  icon?: LucideIcon;
  children: ReactNode;
}

/** A short fact: a tier, a count of checks. */
export function Pill({ tone = "quiet", icon: Icon, children }: PillProps) {
  return (
    <span
      className={classNames(
        "inline-flex h-5.5 items-center gap-1.25 whitespace-nowrap rounded-full px-2 font-strong text-label",
        TONE_GROUND[tone],
        TONE_TEXT[tone],
      )}
    >
      {Icon && <Icon aria-hidden size={13} strokeWidth={2} />}
      {children}
    </span>
  );
}
