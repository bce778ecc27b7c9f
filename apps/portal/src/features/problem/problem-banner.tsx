import { Banner } from "@fairlead/ui";
import type { CallProblem } from "../../browser/problem.ts";

/** Why what somebody asked for was not done, read out at once. */
export function ProblemBanner({ problem }: { problem: CallProblem }) {
  const { message, violations } = problem;
  return (
    <Banner tone="bad" title={message} urgent>
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
