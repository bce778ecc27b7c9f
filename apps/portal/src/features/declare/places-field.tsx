"use client";

import { Checkbox, Disclosure, FieldGroup } from "@fairlead/ui";
import { textOf } from "./controls/read-value.ts";
import { isGroup, readAt } from "./draft/path.ts";
import { canDiffer, overridePath } from "./form/overrides.ts";
import type { Question } from "./form/question.ts";
import { PlaceAnswers } from "./place-answers.tsx";
import type { ServiceForm } from "./use-service-form.ts";

export interface PlacesFieldProps {
  service: ServiceForm;
  environments: readonly { name: string; title: string }[];
}

/** Where it runs, and what differs there. */
export function PlacesField({ service, environments }: PlacesFieldProps) {
  const { draft, form, write, isAsked, refusalOf } = service;
  const chosen = readAt(draft, "spec.environments");
  const different = form.sections
    .flatMap(({ questions }) => questions)
    .filter((question) => isAsked(question) && canDiffer(question) && refusalOf(question) === undefined);

  return (
    <FieldGroup label="Where it runs" hint="Nothing runs anywhere until you deploy it there.">
      <ul className="overflow-clip rounded-field border border-line">
        {environments.map((environment) => {
          const { name, title } = environment;
          const runs = isGroup(chosen) && name in chosen;
          return (
            <li
              key={name}
              className="grid items-start gap-x-6 border-line border-b px-3 py-1 last:border-b-0 tablet:grid-cols-[9rem_1fr]"
            >
              <Checkbox
                name={`runs-in-${name}`}
                checked={runs}
                onChange={(checked) => write(`spec.environments.${name}`, checked ? {} : undefined)}
              >
                {title}
              </Checkbox>
              {runs && different.length > 0 && (
                <Disclosure
                  summary={describe(service, name, different)}
                  open={hasOwn(service, name) ? true : undefined}
                >
                  <PlaceAnswers service={service} environment={environment} questions={different} />
                </Disclosure>
              )}
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}

function hasOwn({ draft }: ServiceForm, environment: string): boolean {
  const own = readAt(draft, `spec.environments.${environment}`);
  return isGroup(own) && Object.keys(own).length > 0;
}

/** What holds there, in a line. */
function describe({ draft }: ServiceForm, environment: string, different: readonly Question[]): string {
  const own = readAt(draft, `spec.environments.${environment}`);
  if (!isGroup(own) || Object.keys(own).length === 0) return "As above";
  const said = different.flatMap(({ path, label }) => {
    const value = readAt(draft, overridePath(environment, path));
    return value === undefined ? [] : [`${label.toLowerCase()} ${textOf(value)}`.trim()];
  });
  return said.join(", ") || "Differs, by file";
}
