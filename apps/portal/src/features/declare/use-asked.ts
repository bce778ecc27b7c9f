"use client";

import { useEffect, useState } from "react";
import { type Group, isGroup, readAt } from "./draft/path.ts";
import type { Form, Question } from "./form/question.ts";

type Evaluate = (when: string, variables: Record<string, unknown>) => boolean;

/** Which questions are asked now. A condition counts from when its engine is there, which only some templates need. */
export function useAsked(form: Form, draft: Group): (question: Question) => boolean {
  const [evaluate, setEvaluate] = useState<Evaluate>();
  const conditional = form.sections.some(({ questions }) => questions.some(({ when }) => when !== undefined));

  useEffect(() => {
    if (!conditional) return;
    let gone = false;
    void import("./evaluate-when.ts").then((module) => {
      if (!gone) setEvaluate(() => module.evaluateWhen);
    });
    return () => {
      gone = true;
    };
  }, [conditional]);

  const spec = overlay(form.defaults, isGroup(draft.spec) ? draft.spec : {});
  const variables = { spec, parameters: readAt(draft, "spec.parameters") ?? {} };
  return ({ when }) => when === undefined || (evaluate?.(when, variables) ?? false);
}

/** Answers over what holds without them. */
function overlay(below: Group, above: Group): Group {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = isGroup(value) && isGroup(under) ? overlay(under, value) : value;
  }
  return merged;
}
