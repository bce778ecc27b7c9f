"use client";

import { Card, Field, Select } from "@fairlead/ui";
import type { CallViolation } from "../../browser/problem.ts";
import type { OwnerOption } from "../declare/common-questions.tsx";
import { answerOf, textOf } from "../declare/controls/read-value.ts";
import { type Group, readAt } from "../declare/draft/path.ts";
import { placeViolations } from "../declare/draft/place-violations.ts";
import type { Question } from "../declare/form/question.ts";
import { QuestionField } from "../declare/question-field.tsx";
import { sayViolation } from "../declare/say-violation.ts";
import { addressQuestion, RESOURCE_QUESTIONS } from "./resource-questions.ts";

export interface ResourceFieldsProps {
  draft: Group;
  onAnswer: (path: string, value: unknown) => void;
  violations: readonly CallViolation[];
  owners: readonly OwnerOption[];
  environments: readonly { name: string; title: string }[];
  /** Asked before and after what is asked of every resource. */
  first?: readonly Question[];
  last?: readonly Question[];
}

const DESCRIPTION: Question = {
  path: "metadata.description",
  label: "What it does",
  help: "One sentence that somebody at 3 a.m. understands.",
  control: { kind: "text" },
  required: false,
  more: false,
  locked: false,
};

/** What is known of something off the platform. */
export function ResourceFields(props: ResourceFieldsProps) {
  const { draft, onAnswer, violations, owners, environments, first = [], last = [] } = props;
  const addresses = environments.map(addressQuestion);
  const asked = [...first, DESCRIPTION, ...RESOURCE_QUESTIONS, ...addresses, ...last];
  const fields = ["spec.owner", ...asked.map(({ path }) => path)];
  const { byField, others } = placeViolations(violations, fields, {}, "");
  const owner = byField.get("spec.owner")?.[0];
  const show = (question: Question) => (
    <QuestionField
      key={question.path}
      question={question}
      value={readAt(draft, question.path)}
      onAnswer={(value) => onAnswer(question.path, value)}
      onLeave={() => {}}
      violation={byField.get(question.path)?.[0]}
      onFix={() => {}}
      good={false}
      refusal={undefined}
    />
  );
  return (
    <>
      <Card title="What it is">
        <div className="grid gap-5">
          <div className="grid gap-4 tablet:grid-cols-2">
            {first.map(show)}
            <Field
              label="Owner"
              custom
              hint={owners.find(({ team }) => team === readAt(draft, "spec.owner"))?.note}
              {...(owner === undefined
                ? {}
                : {
                    error: {
                      reason: sayViolation(owner, { path: "spec.owner", label: "Owner" }),
                      remedy: owner.remedy,
                    },
                  })}
            >
              <Select
                name="spec.owner"
                value={answerOf(textOf(readAt(draft, "spec.owner"))) ?? null}
                onChange={(team) => onAnswer("spec.owner", team)}
                options={owners.map(({ team, title }) => ({
                  value: team,
                  label: team,
                  ...(title === team ? {} : { hint: title }),
                }))}
              />
            </Field>
          </div>
          {show(DESCRIPTION)}
          <div className="grid gap-4 tablet:grid-cols-3">{RESOURCE_QUESTIONS.map(show)}</div>
          {last.map(show)}
        </div>
      </Card>
      <Card title="Where it is reached">
        <div className="grid gap-5">{addresses.map(show)}</div>
      </Card>
      {others.map((violation) => (
        <p key={`${violation.path} ${violation.reason}`} role="alert" className="text-bad">
          {sayViolation(violation)} {violation.remedy}
        </p>
      ))}
    </>
  );
}
