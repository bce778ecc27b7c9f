"use client";

import { Button, Card, Field, TextArea } from "@fairlead/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import type { ExceptionDetailsView } from "./exception-view.ts";

type Step = "approve" | "refuse" | "end";

/** What can be done about an exception now; whoever may not sees why, and who could. */
export function DecidePanel({ exception }: { exception: Pick<ExceptionDetailsView, "number" | "state" | "can"> }) {
  const { number, state, can } = exception;
  const router = useRouter();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState<Step>();
  const [problem, setProblem] = useState<CallProblem>();
  if (state !== "requested" && state !== "in-force") return null;

  async function take(step: Step) {
    setBusy(step);
    setProblem(undefined);
    try {
      if (step === "end") await browserApi.exception.end.mutate({ number, reason });
      else {
        const decision = step === "approve" ? "approved" : "refused";
        await browserApi.exception.decide.mutate({ number, decision, reason });
      }
      setReason("");
      router.refresh();
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(undefined);
  }

  const isRequest = state === "requested";
  const refusal = can.decide.allowed ? undefined : can.decide.reason;
  const endRefusal = can.end.allowed ? undefined : can.end.reason;
  return (
    <Card title={isRequest ? "Decide" : "End it"} marked={isRequest && can.decide.allowed}>
      <div className="grid gap-3">
        <Field
          label="What you have to say"
          hint={
            isRequest ? "A refusal says why, so that they know what to do instead." : "Why it is not needed any more."
          }
        >
          <TextArea name="reason" value={reason} onChange={setReason} rows={2} />
        </Field>
        {problem !== undefined && <ProblemBanner problem={problem} />}
        <div className="flex flex-wrap gap-2">
          {isRequest && (
            <>
              <Button look="primary" busy={busy === "approve"} refusal={refusal} onClick={() => take("approve")}>
                Approve
              </Button>
              <Button
                busy={busy === "refuse"}
                refusal={refusal ?? (reason.trim() === "" ? "Say why first." : undefined)}
                onClick={() => take("refuse")}
              >
                Refuse
              </Button>
            </>
          )}
          <Button busy={busy === "end"} refusal={endRefusal} onClick={() => take("end")}>
            {isRequest ? "Take it back" : "End now"}
          </Button>
        </div>
        {isRequest && refusal !== undefined && <p className="text-faint text-label">{refusal}</p>}
      </div>
    </Card>
  );
}
