import { TextLink, Time } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { STALE_SECONDS } from "../cluster/last-contact.ts";

/** Whether a cluster holds the policies, as of when, or what differs. */
export function ClusterPoliciesLine({ sync }: { sync: Answers["policy"]["clusters"][number] }) {
  const { inStep, total, checkedAt, problem, mode } = sync;
  if (checkedAt === undefined || total === 0)
    return problem === "" ? null : <p className="text-soft">Its policies could not be looked at yet: {problem}.</p>;
  const age = <Time at={checkedAt} staleAfter={STALE_SECONDS} />;
  return (
    <p className={inStep < total ? "text-warn" : "text-soft"}>
      {inStep === total ? (
        <TextLink href={paths.policies()}>{total} policies in step</TextLink>
      ) : (
        <TextLink href={`${paths.policies()}?differing=1`}>
          {total - inStep} of {total} policies not in step
        </TextLink>
      )}{" "}
      as of {age}
      {mode === "observe" && ", watched only"}
    </p>
  );
}
