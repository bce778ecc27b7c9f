"use client";

import { useEffect, useState } from "react";
import { type Evaluate, unaskedQuestions } from "./draft/asked-questions.ts";
import type { Group } from "./draft/path.ts";
import type { Form, Question } from "./form/question.ts";

export interface Asked {
  isAsked: (question: Question) => boolean;
  /** What is not asked for sure, by path. Empty as long as nobody can tell. */
  unasked: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Which questions are asked now. A condition counts from when its engine is there, which only some templates need. */
export function useAsked(form: Form, draft: Group): Asked {
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

  const unasked = evaluate === undefined ? NOTHING : unaskedQuestions(form, draft, evaluate);
  return {
    unasked,
    isAsked: ({ path, when }) => when === undefined || (evaluate !== undefined && !unasked.has(path)),
  };
}
