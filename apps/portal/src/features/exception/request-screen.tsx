"use client";

import { Button, Card, Checkbox, Field, FieldGroup, NumberInput, Select, TextArea, TextInput } from "@fairlead/ui";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { browserApi } from "../../browser/browser-api.ts";
import { type CallProblem, problemOf } from "../../browser/problem.ts";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";
import { ProblemBanner } from "../problem/problem-banner.tsx";
import type { ExceptionOptionView } from "./exception-view.ts";
import { askBody, type RequestDraft, refusalOf } from "./request-draft.ts";

export interface RequestScreenProps {
  options: readonly ExceptionOptionView[];
  environments: readonly { name: string; title: string }[];
  /** What is asked for, as far as the way here told. */
  initial: RequestDraft;
}

/** Asks for an exception: from what, where, why, what keeps the harm small, and for how long. */
export function RequestScreen({ options, environments, initial }: RequestScreenProps) {
  const router = useRouter();
  const [draft, setDraft] = useState(initial);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<CallProblem>();
  const change = (part: Partial<RequestDraft>) => setDraft((before) => ({ ...before, ...part }));
  const option = options.find(({ kind, name }) => `${kind} ${name}` === draft.from);
  const errorAt = (path: string) => {
    const found = problem?.violations.find((violation) => violation.path.split(".")[0] === path);
    return found && { reason: found.reason, remedy: found.remedy };
  };

  async function send() {
    setBusy(true);
    setProblem(undefined);
    try {
      const { number } = await browserApi.exception.request.mutate(askBody(draft, Date.now()));
      router.push(paths.exception(number));
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  }

  return (
    <>
      <PageHead
        title="Ask for an exception"
        trail={[
          { label: "Policies", href: paths.policies() },
          { label: "Exceptions", href: paths.exceptions() },
        ]}
        description="Somebody else decides. Until then nothing changes, and at its end everything is as before by itself."
      />
      <Card>
        <div className="grid max-w-160 gap-5">
          <Field label="Service" error={errorAt("service")} hint="Its name, such as checkout.">
            <TextInput
              name="service"
              value={draft.service}
              onChange={(service) => change({ service })}
              mono
              maxLength={40}
            />
          </Field>
          <Field
            label="From what"
            custom
            error={errorAt("subject")}
            hint={option?.refusal ?? "A policy as a whole, or one setting of what every service gets."}
          >
            <Select
              name="from"
              value={draft.from}
              onChange={(from) => change({ from })}
              options={options.map(({ kind, name, title, severity, longestDays, refusal }) => ({
                value: `${kind} ${name}`,
                label: kind === "policy" ? title : `So that ${title}`,
                hint: refusal ?? `${name}, ${severity} severity, ${longestDays} days at most`,
              }))}
            />
          </Field>
          {option?.kind === "setting" && (
            <Field label="Allowed value" hint={option.hint} error={errorAt("value")}>
              <TextInput
                name="value"
                value={draft.value}
                onChange={(value) => change({ value })}
                mono
                maxLength={300}
              />
            </Field>
          )}
          <FieldGroup label="Where" error={errorAt("environments")}>
            <div>
              {environments.map(({ name, title }) => (
                <Checkbox
                  key={name}
                  name={name}
                  checked={draft.environments.includes(name)}
                  onChange={(on) =>
                    change({
                      environments: [...draft.environments.filter((each) => each !== name), ...(on ? [name] : [])],
                    })
                  }
                >
                  {title}
                </Checkbox>
              ))}
            </div>
          </FieldGroup>
          <Field
            label="Why it is needed"
            error={errorAt("reason")}
            hint="What stands in the way of keeping it, and what you do about that."
          >
            <TextArea name="reason" value={draft.reason} onChange={(reason) => change({ reason })} />
          </Field>
          <Field
            label="What keeps the harm small meanwhile"
            error={errorAt("control")}
            hint="Who looks at it, what else limits it."
          >
            <TextArea name="control" value={draft.control} onChange={(control) => change({ control })} />
          </Field>
          <Field label="For how many days" error={errorAt("until")} hint={option && `${option.longestDays} at most.`}>
            <NumberInput
              name="days"
              value={draft.days}
              onChange={(days) => change({ days })}
              min={1}
              max={option?.longestDays ?? 90}
              suffix="days"
            />
          </Field>
          {problem !== undefined && <ProblemBanner problem={problem} />}
          <div>
            <Button look="primary" busy={busy} refusal={option?.refusal ?? refusalOf(draft)} onClick={send}>
              Ask for it
            </Button>
          </div>
        </div>
      </Card>
    </>
  );
}
