import { CircleDashed, type LucideIcon } from "lucide-react";
import type { Key, ReactNode } from "react";
import { classNames } from "../style/class-names.ts";
import { TONE_GROUND, TONE_TEXT, type Tone } from "../style/tone.ts";

export interface Step {
  key: Key;
  title: ReactNode;
  detail?: ReactNode;
  /** When, or “next”. */
  at?: ReactNode;
  icon?: LucideIcon;
  /** Without a tone the step is neutral: still to come, or neither good nor bad. */
  tone?: Tone;
  /** Under way: its ring moves. */
  moving?: boolean;
}

/** What happened one after the other, or what will. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className="grid">
      {steps.map(({ key, title, detail, at, icon: Icon = CircleDashed, tone, moving = false }) => (
        <li
          key={key}
          className="relative grid grid-cols-[1.5rem_1fr_auto] gap-2.5 py-2 not-last:before:absolute not-last:before:top-8 not-last:before:-bottom-2 not-last:before:left-[0.71875rem] not-last:before:w-px not-last:before:bg-line-strong"
        >
          <span
            className={classNames(
              "z-1 grid size-6 place-items-center rounded-full border",
              tone === undefined
                ? "border-line-strong bg-surface text-soft"
                : classNames("border-transparent", TONE_GROUND[tone], TONE_TEXT[tone]),
            )}
          >
            <Icon
              aria-hidden
              size={14}
              strokeWidth={1.9}
              className={classNames(moving && "motion-safe:animate-turn")}
            />
          </span>
          <div className="min-w-0 pt-0.5 break-words">
            {title}
            {detail !== undefined && <div className="text-faint text-label">{detail}</div>}
          </div>
          <span className="pt-1 text-faint text-label">{at}</span>
        </li>
      ))}
    </ol>
  );
}
