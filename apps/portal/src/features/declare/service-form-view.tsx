"use client";

import { Select } from "@fairlead/ui";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import { CommonQuestions, type CommonQuestionsProps } from "./common-questions.tsx";
import { PortNames } from "./controls/port-names.ts";
import { groupsOf, textOf } from "./controls/read-value.ts";
import { readAt } from "./draft/path.ts";
import { PlacesField } from "./places-field.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { SectionCard } from "./section-card.tsx";

export interface ServiceFormViewProps extends CommonQuestionsProps {
  environments: readonly { name: string; title: string }[];
  /** Counts refusals: each moves the focus to the first field that is wrong. */
  refusals: number;
  onSubmit: () => void;
  /** What stands under the form: what happens next, and the button. */
  children: ReactNode;
}

/** The form and what it becomes, side by side. */
export function ServiceFormView({ environments, refusals, onSubmit, children, ...common }: ServiceFormViewProps) {
  const { service } = common;
  const { draft, form } = service;
  const { sections } = form;
  const box = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (refusals > 0) box.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refusals]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }
  const ports = groupsOf(readAt({ spec: form.defaults }, "spec.ports"));
  const own = readAt(draft, "spec.ports");
  const names = (Array.isArray(own) ? groupsOf(own) : ports)
    .map(({ name }) => textOf(name))
    .filter((name) => name !== "");
  return (
    <PortNames value={names}>
      <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_26rem]">
        <form ref={box} noValidate onSubmit={submit} className="grid gap-4">
          {sections.map((section, at) => (
            <SectionCard
              key={section.title}
              service={service}
              section={section}
              place={`${at + 1} of ${sections.length}`}
              before={at === 0 && <CommonQuestions {...common} />}
              after={
                at === Math.min(1, sections.length - 1) && <PlacesField service={service} environments={environments} />
              }
            />
          ))}
          {service.problem !== undefined && <ProblemBanner problem={service.problem} />}
          {children}
        </form>
        <PreviewPanel
          service={service}
          environment={
            <div className="w-36">
              <Select
                name="environment"
                aria-label="Environment of the preview"
                value={service.environment}
                onChange={service.setEnvironment}
                options={environments.map(({ name, title }) => ({ value: name, label: `in ${title}` }))}
              />
            </div>
          }
        />
      </div>
    </PortNames>
  );
}
