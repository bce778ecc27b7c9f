"use client";

import { Card, Disclosure } from "@fairlead/ui";
import type { ReactNode } from "react";
import type { Question, Section } from "./form/question.ts";
import { QuestionField } from "./question-field.tsx";
import type { ServiceForm } from "./use-service-form.ts";

export interface SectionCardProps {
  service: ServiceForm;
  section: Section;
  /** Its place among all, such as “2 of 3”. */
  place: string;
  /** Questions that every template has, before its own and after them. */
  before?: ReactNode;
  after?: ReactNode;
}

/** A part of the form: what most people answer, and the rest under “More”. */
export function SectionCard({ service, section, place, before, after }: SectionCardProps) {
  const asked = section.questions.filter(service.isAsked);
  const usual = asked.filter(({ more }) => !more);
  const rest = asked.filter(({ more }) => more);
  return (
    <Card title={section.title} aside={place}>
      <div className="grid gap-5">
        {before}
        {usual.length > 0 && <Questions service={service} questions={usual} />}
        {after}
        {rest.length > 0 && (
          <Disclosure
            summary={`More: ${rest.map(({ label }) => label.toLowerCase()).join(", ")}`}
            open={rest.some(({ path }) => service.sorted.atField.has(path)) || undefined}
          >
            <Questions service={service} questions={rest} />
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function Questions({ service, questions }: { service: ServiceForm; questions: readonly Question[] }) {
  // A question that stands alone is a long one: an image, an address.
  return (
    <div className={questions.length === 1 ? "grid gap-4" : "grid gap-4 tablet:grid-cols-3"}>
      {questions.map((question) => (
        <QuestionField
          key={question.path}
          question={question}
          value={service.valueOf(question)}
          onAnswer={(value) => service.give(question.path, value)}
          onLeave={() => service.see(question.path)}
          violation={service.sorted.atField.get(question.path)}
          toSettle={service.sorted.toSettle.has(question.path)}
          onFix={service.fix}
          good={isGood(service, question)}
          refusal={service.refusalOf(question)}
        />
      ))}
    </div>
  );
}

/** Checked and right: only where somebody answered, and only once the answer to that is there. */
function isGood(service: ServiceForm, question: Question): boolean {
  const answered = question.required && service.valueOf(question) !== undefined;
  return answered && !service.pending && !service.sorted.atField.has(question.path);
}
