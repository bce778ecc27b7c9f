"use client";

import { Banner, Button, Card } from "@fairlead/ui";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import type { CallProblem } from "../../browser/problem.ts";
import { paths } from "../../paths.ts";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { cleanResource } from "../resource/clean-resource.ts";
import { ResourceFields } from "../resource/resource-fields.tsx";
import { NAME_QUESTION, WHY_QUESTION } from "../resource/resource-questions.ts";
import { useResourceForm } from "../resource/use-resource-form.ts";
import type { OwnerOption } from "./common-questions.tsx";
import { readAt } from "./draft/path.ts";
import { startResource } from "./draft/start-resource.ts";
import { FitQuestions } from "./fit-questions.tsx";
import type { Form } from "./form/question.ts";
import { TemplateChoice } from "./template-choice.tsx";
import type { ServiceForm } from "./use-service-form.ts";

export interface OffPlatformFormProps {
  service: ServiceForm;
  forms: readonly Form[];
  owners: readonly OwnerOption[];
  environments: readonly { name: string; title: string }[];
}

/** It does not belong on Kubernetes: listed, owned and found all the same, with who decided that and why. */
export function OffPlatformForm({ service, forms, owners, environments }: OffPlatformFormProps) {
  const router = useRouter();
  const { forbidding, form } = service;
  const box = useRef<HTMLFormElement>(null);
  const { draft, busy, refused, violations, answer, submit } = useResourceForm({
    // What was answered before it became clear is kept.
    start: () => startResource(service.draft),
    async save({ decision, ...document }) {
      const reason = readAt(decision, "reason");
      const { name } = await browserApi.resource.save.mutate({
        document: cleanResource(document),
        decision: {
          template: form.template,
          ...(forbidding === undefined ? {} : { question: { ask: forbidding.ask, because: forbidding.because } }),
          reason: typeof reason === "string" ? reason : "",
        },
      });
      service.forget();
      router.push(paths.resource(name));
      router.refresh();
    },
    understand: mendedAtName,
    onRefused: () =>
      requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus()),
  });
  return (
    <form ref={box} noValidate onSubmit={submit} className="grid max-w-200 gap-4">
      <Card title="What kind of thing">
        <div className="grid gap-5">
          <TemplateChoice service={service} forms={forms} />
          <FitQuestions service={service} />
          {forbidding !== undefined && (
            <Banner tone="quiet" title="This is better off the platform">
              Declare it here all the same: it has an owner then, is found at night, and services can need it by its
              name.
            </Banner>
          )}
        </div>
      </Card>
      <ResourceFields
        draft={draft}
        onAnswer={answer}
        violations={violations}
        owners={owners}
        environments={environments}
        first={[NAME_QUESTION]}
        last={[WHY_QUESTION]}
      />
      {refused !== undefined && !MENDED_AT_FIELDS.includes(refused.code) && <ProblemBanner problem={refused} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
        <p className="text-soft">Runs nothing. What is decided here is kept with your name.</p>
        <Button type="submit" look="primary" busy={busy}>
          Create resource
        </Button>
      </div>
    </form>
  );
}

/** A taken name is mended at the name. */
function mendedAtName(problem: CallProblem): CallProblem {
  const taken = { path: "metadata.name", reason: problem.message, remedy: "", severity: "error" } as const;
  return problem.code === "conflict" ? { ...problem, violations: [taken] } : problem;
}

/** What is wrong with an answer stands at its field. */
const MENDED_AT_FIELDS = ["invalid", "conflict"];
