"use client";

import type { Actor } from "@fairlead/domain";
import { Button } from "@fairlead/ui";
import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import type { OwnerOption } from "./common-questions.tsx";
import { startDraft } from "./draft/start-draft.ts";
import type { Form } from "./form/question.ts";
import { OffPlatformForm } from "./off-platform-form.tsx";
import { ServiceFormView } from "./service-form-view.tsx";
import { useServiceForm } from "./use-service-form.ts";

export interface DeclareScreenProps {
  actor: Actor;
  forms: readonly Form[];
  /** Teams in whose name this person may declare; at least one. */
  owners: readonly OwnerOption[];
  environments: readonly { name: string; title: string }[];
}

/** A new service. */
export function DeclareScreen({ actor, forms, owners, environments }: DeclareScreenProps) {
  const router = useRouter();
  const [start] = useState(() => startFor({ forms, owners, environments }));
  const service = useServiceForm({ forms, environments, start, isNew: true, actor });
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [problem, setProblem] = useState<CallProblem>();

  async function create() {
    setBusy(true);
    setProblem(undefined);
    try {
      const { name } = await browserApi.service.save.mutate({
        document: { ...service.document },
        fit: service.fit,
      });
      service.forget();
      router.push(paths.service(name));
      // The frame counts the services.
      router.refresh();
    } catch (error) {
      const refused = problemOf(error);
      // A taken name is mended at the name.
      const taken = { path: "metadata.name", reason: refused.message, remedy: "", severity: "error" } as const;
      service.refuse(refused.code === "conflict" ? [taken] : refused.violations);
      if (refused.code !== "invalid" && refused.code !== "conflict") setProblem(refused);
      setRefusals(refusals + 1);
      setBusy(false);
    }
  }

  return (
    <>
      <PageHead
        trail={[{ label: "Services", href: paths.services() }]}
        title="Declare a service"
        description="A few answers. Everything else has a default, and you see what becomes of it."
        actions={
          service.kept && (
            <>
              <span className="flex items-center gap-1.5 text-faint text-label">
                <Check aria-hidden size={14} strokeWidth={1.9} className="text-good" /> Draft kept in this tab
              </span>
              <Button small look="quiet" onClick={service.forget}>
                Start over
              </Button>
            </>
          )
        }
      />
      {service.form.offPlatform || service.forbidding !== undefined ? (
        <OffPlatformForm service={service} forms={forms} owners={owners} environments={environments} />
      ) : (
        <ServiceFormView
          service={service}
          forms={forms}
          owners={owners}
          exists={false}
          environments={environments}
          refusals={refusals}
          onSubmit={create}
        >
          {problem !== undefined && <ProblemBanner problem={problem} />}
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
            <p className="text-soft">Creates the declaration. Nothing runs until you deploy it.</p>
            <Button type="submit" look="primary" busy={busy}>
              Create service
            </Button>
          </div>
        </ServiceFormView>
      )}
    </>
  );
}

function startFor({ forms, owners, environments }: Omit<DeclareScreenProps, "actor">) {
  const [form] = forms;
  if (form === undefined) throw new Error("A declaration needs a template.");
  return startDraft(
    form,
    owners[0]?.team,
    environments.map(({ name }) => name),
  );
}
