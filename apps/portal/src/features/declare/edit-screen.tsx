"use client";

import type { Actor } from "@fairlead/domain";
import { Button, Card, Field, ProgressBar, TextInput } from "@fairlead/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { useLatest } from "../../browser/use-latest.ts";
import { paths } from "../../paths.ts";
import { ChangeList } from "../deploy/change-list.tsx";
import { PageHead } from "../frame/page-head.tsx";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { askEditChanges } from "./ask-edit-changes.ts";
import type { OwnerOption } from "./common-questions.tsx";
import type { Group } from "./draft/path.ts";
import { isSame } from "./draft/same.ts";
import type { Form } from "./form/question.ts";
import { LeafChanges } from "./leaf-changes.tsx";
import { ServiceFormView } from "./service-form-view.tsx";
import { useServiceForm } from "./use-service-form.ts";

export interface EditScreenProps {
  actor: Actor;
  /** The declaration as it is, and which revision that is. */
  saved: { name: string; title: string; revision: number; document: Group; owner: { team: string } };
  /** Of the template that it names. */
  form: Form;
  owners: readonly OwnerOption[];
  environments: readonly { name: string; title: string }[];
}

/** A service that exists: the same form, and what a change would do. */
export function EditScreen({ actor, saved, form, owners, environments }: EditScreenProps) {
  const router = useRouter();
  const service = useServiceForm({
    forms: [form],
    environments,
    start: saved.document,
    keep: false,
    actor,
    team: saved.owner.team,
  });
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [problem, setProblem] = useState<CallProblem>();
  const { document, environment } = service;
  const changed = !isSame(document, saved.document);
  const changes = useLatest(JSON.stringify([document, environment]), (signal) =>
    changed ? askEditChanges(saved.document, document, environment, signal) : Promise.resolve(undefined),
  );

  async function save() {
    setBusy(true);
    setProblem(undefined);
    try {
      const given = reason.trim() === "" ? {} : { reason: reason.trim() };
      await browserApi.service.save.mutate({ document: { ...document }, revision: saved.revision, ...given });
      router.push(paths.service(saved.name));
    } catch (error) {
      const refused = problemOf(error);
      service.refuse(refused.violations);
      if (refused.code !== "invalid") setProblem(refused);
      setRefusals(refusals + 1);
      setBusy(false);
    }
  }

  return (
    <>
      <PageHead
        trail={[
          { label: "Services", href: paths.services() },
          { label: saved.title, href: paths.service(saved.name) },
        ]}
        title={`Edit ${saved.title}`}
        description={`Revision ${saved.revision}, template ${form.template.replace("@", " ")}.`}
      />
      <ServiceFormView
        service={service}
        forms={[form]}
        owners={owners}
        exists
        environments={environments}
        refusals={refusals}
        onSubmit={save}
      >
        {changed && (
          <Card title="What changes" aside={`in ${environment}`}>
            <div className="grid gap-3">
              <div className="h-1.5">{changes.pending && <ProgressBar label="Comparing" />}</div>
              {changes.answer === undefined ? (
                !changes.pending && <p className="text-soft">It can be compared once nothing is wrong any more.</p>
              ) : (
                <>
                  <ul className="list-disc pl-5">
                    {changes.answer.words.map((phrase) => (
                      <li key={phrase}>{phrase}</li>
                    ))}
                  </ul>
                  {changes.answer.leaves.length > 0 && <LeafChanges changes={changes.answer.leaves} />}
                  <ChangeList comparison={changes.answer.comparison} />
                </>
              )}
              <Field label="Why" hint="For those who read the history. May be left out.">
                <TextInput name="reason" value={reason} onChange={setReason} maxLength={500} />
              </Field>
            </div>
          </Card>
        )}
        {problem !== undefined && (
          <ProblemBanner
            problem={problem}
            action={
              problem.code === "stale" && <Button onClick={() => location.reload()}>Start from the newest</Button>
            }
          />
        )}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <p className="text-soft">Saves the declaration. What runs changes with the next deploy.</p>
          <Button type="submit" look="primary" busy={busy} refusal={changed ? undefined : "Nothing is changed yet."}>
            Save changes
          </Button>
        </div>
      </ServiceFormView>
    </>
  );
}
