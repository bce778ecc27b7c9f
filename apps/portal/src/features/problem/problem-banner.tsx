import { Banner } from "@fairlead/ui";
import type { ReactNode } from "react";
import type { CallProblem } from "../../browser/problem.ts";

export interface ProblemBannerProps {
  problem: CallProblem;
  /** What to do about it. */
  action?: ReactNode;
}

/** Why what somebody asked for was not done, read out at once. */
export function ProblemBanner({ problem, action }: ProblemBannerProps) {
  const { message, violations } = problem;
  return (
    <Banner tone="bad" title={message} urgent action={action}>
      {violations.length > 0 && (
        <ul className="list-disc pl-4">
          {violations.map(({ path, reason, remedy }) => (
            <li key={`${path} ${reason}`}>
              {path !== "" && <code className="font-mono text-label">{path}</code>} {reason}. {remedy}
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}
