import { Button, classNames, TextLink } from "@fairlead/ui";
import { Info, ShieldCheck, TriangleAlert, X } from "lucide-react";
import type { CallViolation } from "../../browser/problem.ts";
import { paths } from "../../paths.ts";
import type { Fix } from "./preview-view.ts";
import { type MendedAt, sayViolation } from "./say-violation.ts";

const LOOKS = {
  error: { icon: X, ground: "bg-bad-soft", text: "text-bad" },
  warning: { icon: TriangleAlert, ground: "bg-warn-soft", text: "text-warn" },
  note: { icon: Info, ground: "", text: "text-soft" },
} as const satisfies Record<CallViolation["severity"], object>;
const EXCUSED = { icon: ShieldCheck, ground: "bg-quiet-soft", text: "text-soft" } as const;

export interface ViolationNoticeProps {
  violation: CallViolation;
  /** Where it is mended in the form. */
  field: MendedAt | undefined;
  /** What an exception would be for. A service that is not declared yet has no name to ask for. */
  place: { service?: string; environment: string };
  /** Mends it in the form. */
  onFix: (fix: Fix) => void;
}

/** One thing that is wrong, first in the panel, with the remedy as a button where there is one. */
export function ViolationNotice({ violation, field, place, onFix }: ViolationNoticeProps) {
  const { severity, remedy, path, policy, fix, exception } = violation;
  const { icon: Icon, ground, text } = exception === undefined ? LOOKS[severity] : EXCUSED;
  return (
    <li className={classNames("grid gap-1 border-line border-t px-4 py-3", ground)}>
      <p className={classNames("flex gap-2 font-bold", text)}>
        <Icon aria-hidden size={16} strokeWidth={1.9} className="mt-0.5 flex-none" />
        {sayViolation(violation, field)}
      </p>
      <div className="grid justify-items-start gap-2 pl-6 text-soft">
        <p>{remedy}</p>
        <p className="text-label">{[path, policy].filter((part) => part !== "" && part !== undefined).join(" · ")}</p>
        {exception !== undefined && (
          <TextLink href={paths.exception(exception.number)}>Exception {exception.number}</TextLink>
        )}
        {policy !== undefined && severity === "error" && (
          <TextLink href={paths.askException({ ...place, policy })}>Ask for an exception</TextLink>
        )}
        {fix !== undefined && (
          <Button small onClick={() => onFix(fix)}>
            {fix.label}
          </Button>
        )}
      </div>
    </li>
  );
}
