"use client";

import { Checkbox, Disclosure, Field, FieldGroup, NumberInput, Select } from "@fairlead/ui";
import { numberOf, textOf } from "./controls/read-value.ts";
import { isGroup, readAt, writeAt } from "./draft/path.ts";
import { OVERRIDES, type Override, overridePath } from "./form/overrides.ts";
import type { Question } from "./form/question.ts";
import { sayViolation } from "./say-violation.ts";
import type { ServiceForm } from "./use-service-form.ts";

export interface PlacesFieldProps {
  service: ServiceForm;
  environments: readonly { name: string; title: string }[];
}

/** No size is called so: a size begins with a letter. */
const AS_ABOVE = "-";

/** Where it runs, and what differs there. */
export function PlacesField({ service, environments }: PlacesFieldProps) {
  const { draft, form, write } = service;
  const chosen = readAt(draft, "spec.environments");
  const asked = form.sections.flatMap(({ questions }) => questions);
  const different = OVERRIDES.flatMap((override) => {
    const question = asked.find(({ path }) => path === `spec.${override}`);
    return question === undefined ? [] : [{ override, question }];
  });

  return (
    <FieldGroup label="Where it runs" hint="Nothing runs anywhere until you deploy it there.">
      <ul className="overflow-clip rounded-field border border-line">
        {environments.map(({ name, title }) => {
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
                  <div className="grid gap-3 pb-2 tablet:grid-cols-3">
                    {different.map(({ override, question }) => (
                      <OverrideField
                        key={override}
                        service={service}
                        environment={{ name, title }}
                        override={override}
                        question={question}
                      />
                    ))}
                  </div>
                </Disclosure>
              )}
            </li>
          );
        })}
      </ul>
    </FieldGroup>
  );
}

interface OverrideFieldProps {
  service: ServiceForm;
  environment: { name: string; title: string };
  override: Override;
  question: Question;
}

function OverrideField({ service, environment, override, question }: OverrideFieldProps) {
  const path = overridePath(environment.name, override);
  const own = readAt(service.draft, path);
  const label = `${question.label} in ${environment.title}`;
  const violation = service.sorted.atField.get(path);
  const fix = violation?.fix;
  const error = violation && {
    reason: sayViolation(violation, { path, label }),
    ...(fix === undefined
      ? { remedy: violation.remedy }
      : { fix: { label: fix.label, onFix: () => service.fix(fix) } }),
  };
  // An environment's own answer counts even where it says the same as the answer for all: that one may change.
  const write = (value: unknown) => {
    service.see(path);
    const place = `spec.environments.${environment.name}`;
    const own = readAt(service.draft, place);
    service.write(place, writeAt(isGroup(own) ? own : {}, override, value));
  };
  return (
    <Field label={label} custom={question.control.kind === "choice"} {...(error === undefined ? {} : { error })}>
      {question.control.kind === "choice" ? (
        <Select
          name={path}
          value={textOf(own) || AS_ABOVE}
          onChange={(value) => write(value === AS_ABOVE ? undefined : value)}
          options={[
            { value: AS_ABOVE, label: `as above: ${textOf(service.valueOf(question))}` },
            ...question.control.options.map((option) => ({ ...option, value: String(option.value) })),
          ]}
        />
      ) : (
        <NumberInput
          name={path}
          value={numberOf(own)}
          onChange={(value) => write(value ?? undefined)}
          placeholder={textOf(service.valueOf(question))}
        />
      )}
    </Field>
  );
}

function hasOwn({ draft }: ServiceForm, environment: string): boolean {
  const own = readAt(draft, `spec.environments.${environment}`);
  return isGroup(own) && Object.keys(own).length > 0;
}

/** What holds there, in a line. */
function describe(
  service: ServiceForm,
  environment: string,
  different: readonly { override: Override; question: Question }[],
): string {
  if (!hasOwn(service, environment)) return "As above";
  return (
    different
      .flatMap(({ override, question }) => {
        const own = readAt(service.draft, overridePath(environment, override));
        return own === undefined ? [] : [`${question.label.toLowerCase()} ${textOf(own)}`];
      })
      .join(", ") || "Differs, by file"
  );
}
