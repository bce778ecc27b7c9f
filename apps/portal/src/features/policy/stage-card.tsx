import { Card, Time } from "@fairlead/ui";
import type { PolicyView } from "./policy-view.ts";
import { NextStage, StagePill } from "./stage-pill.tsx";

const MEANS = {
  audit: "What breaks it passes. It is noted in the form and in the cluster's audit log.",
  warn: "What breaks it passes, with a warning in the form, in the terminal and from kubectl.",
  deny: "What breaks it is refused: by the form, at deploy, and by the cluster whoever asks.",
} as const satisfies Record<PolicyView["stage"], string>;

/** How it is held, what comes next, and who decided so. */
export function StageCard({ policy: { stage, next, decisions } }: { policy: PolicyView }) {
  return (
    <Card title="How it is held">
      <div className="grid gap-3">
        <p className="flex flex-wrap items-center gap-2">
          <StagePill stage={stage} />
          <NextStage next={next} />
        </p>
        <p className="text-soft">{MEANS[stage]}</p>
        <p className="text-soft">Bare pods are only audited, and an unchanged pod spec always passes.</p>
        {decisions.length === 0 ? (
          <p className="text-faint text-label">As it ships.</p>
        ) : (
          <ul aria-label="Decisions" className="grid gap-1 text-label text-soft">
            {decisions.map(({ at, by, reason, warnFrom, denyFrom }) => (
              <li key={at}>
                {by}, <Time at={at} />: {planInWords(warnFrom, denyFrom)}. {reason}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function planInWords(warnFrom: string | undefined, denyFrom: string | undefined): string {
  const parts = [
    ...(warnFrom === undefined ? [] : [`warns from ${warnFrom.slice(0, 10)}`]),
    ...(denyFrom === undefined ? [] : [`denies from ${denyFrom.slice(0, 10)}`]),
  ];
  return parts.length === 0 ? "audits" : parts.join(", ");
}
