"use client";

import { Banner, Button, Dialog, Field, TextArea, TextInput } from "@fairlead/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { planOf } from "./plan-of.ts";
import type { PolicyView } from "./policy-view.ts";

/** From which day it warns, from which it denies, and why. */
export function MovePolicyDialog({ policy, onClose }: { policy: PolicyView; onClose: () => void }) {
  const router = useRouter();
  const [current] = policy.decisions;
  const [warnFrom, setWarnFrom] = useState(current?.warnFrom?.slice(0, 10) ?? "");
  const [denyFrom, setDenyFrom] = useState(current?.denyFrom?.slice(0, 10) ?? "");
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallProblem>();
  const plan = planOf({ warnFrom, denyFrom }, new Date());

  async function move() {
    if ("wrong" in plan) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await browserApi.policy.move.mutate({ policy: policy.id, reason, ...plan.dates });
      router.refresh();
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Move this policy"
      description="The form holds it so at once, clusters within a minute of their being reachable."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            look="primary"
            busy={busy}
            refusal={"wrong" in plan || reason.trim() !== "" ? undefined : "Say why, for whoever asks later."}
            onClick={move}
          >
            {"wrong" in plan ? "Move" : MOVES[plan.now]}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field
          label="Warns from"
          hint="A day such as 2027-01-15, or now. Empty: it does not warn first."
          error={"wrong" in plan && plan.wrong.field === "warnFrom" ? plan.wrong : undefined}
        >
          <TextInput name="warnFrom" value={warnFrom} onChange={setWarnFrom} mono maxLength={10} />
        </Field>
        <Field
          label="Denies from"
          hint="A day, or now. Empty: it never denies. With both empty it only audits."
          error={"wrong" in plan && plan.wrong.field === "denyFrom" ? plan.wrong : undefined}
        >
          <TextInput name="denyFrom" value={denyFrom} onChange={setDenyFrom} mono maxLength={10} />
        </Field>
        <Field label="Why">
          <TextArea name="reason" value={reason} onChange={setReason} />
        </Field>
        <Consequence policy={policy} />
        {problem !== undefined && <ProblemBanner problem={problem} />}
      </div>
    </Dialog>
  );
}

const MOVES = { audit: "Audit from now on", warn: "Warn from now on", deny: "Deny from now on" } as const;

function Consequence({ policy: { services, judged } }: { policy: PolicyView }) {
  if (judged.services === 0) return null;
  if (services === 0)
    return (
      <Banner tone="quiet" title="If it denied today, nothing would be refused">
        Of what was last delivered, everything keeps it.
      </Banner>
    );
  return (
    <Banner
      tone="warn"
      title={`If it denied today, the next deploy of ${services === 1 ? "1 service" : `${services} services`} would be refused`}
    >
      What runs goes on running, and can be restarted and scaled. Who it is stands on this page.
    </Banner>
  );
}
