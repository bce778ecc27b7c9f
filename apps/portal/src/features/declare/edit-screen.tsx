"use client";

import type { Actor } from "@fairlead/domain";
import { Button, Field, TextInput } from "@fairlead/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { ChangesCard } from "./changes-card.tsx";
import type { OwnerOption } from "./common-questions.tsx";
import { type Group, readAt, writeAt } from "./draft/path.ts";
import { isSame } from "./draft/same.ts";
import type { Form } from "./form/question.ts";
import { ServiceFormView } from "./service-form-view.tsx";
import { useServiceForm } from "./use-service-form.ts";

export interface EditScreenProps {
  actor: Actor;
  /** The declaration as it is, and which revision that is. */
  saved: { name: string; title: string; revision: number; document: Group; owner: { team: string } };
  /** Of the template that it names, or of the newer version that it is brought to. */
  form: Form;
  /** To a newer version of its template. */
  upgrade?: { from: string; to: string };
  owners: readonly OwnerOption[];
  environments: readonly { name: string; title: string }[];
}

/** A service that exists: the same form, and what a change would do. */
export function EditScreen({ actor, saved, form, upgrade, owners, environments }: EditScreenProps) {
  const router = useRouter();
  const service = useServiceForm({
    forms: [form],
    environments,
    start: upgrade === undefined ? saved.document : writeAt(saved.document, "spec.template", form.template),
    isNew: false,
    actor,
    team: saved.owner.team,
  });
  const [reason, setReason] = useState(
    upgrade === undefined ? "" : `Upgraded from ${spoken(upgrade.from)} to ${upgrade.to}.`,
  );
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [problem, setProblem] = useState<CallProblem>();
  const { document, environment } = service;
  const changed = !isSame(document, saved.document);
  const why = (
    <Field label="Why" hint="For those who read the history. May be left out.">
      <TextInput name="reason" value={reason} onChange={setReason} maxLength={500} />
    </Field>
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
        title={upgrade === undefined ? `Edit ${saved.title}` : `Upgrade ${saved.title}`}
        description={
          upgrade === undefined
            ? `Revision ${saved.revision}, template ${spoken(form.template)}.`
            : `From ${spoken(upgrade.from)} to ${upgrade.to}. Answers stay; what no longer fits is asked for below.`
        }
      />
      {upgrade !== undefined &&
        environments
          .filter(({ name }) => readAt(document, `spec.environments.${name}`) !== undefined)
          .map(({ name }) => <ChangesCard key={name} saved={saved.document} document={document} environment={name} />)}
      <ServiceFormView
        service={service}
        forms={[form]}
        owners={owners}
        exists
        environments={environments}
        refusals={refusals}
        onSubmit={save}
      >
        {changed && upgrade === undefined && (
          <ChangesCard saved={saved.document} document={document} environment={environment}>
            {why}
          </ChangesCard>
        )}
        {upgrade !== undefined && why}
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
            {upgrade === undefined ? "Save changes" : `Upgrade to ${upgrade.to}`}
          </Button>
        </div>
      </ServiceFormView>
    </>
  );
}

/** `web-service@1.5.0` as people say it. */
function spoken(template: string): string {
  return template.replace("@", " ");
}
