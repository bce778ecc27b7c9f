import type { Form, Question } from "../form/question.ts";
import { type Group, writeAt } from "./path.ts";

/** The declaration without answers to questions that are not asked: what a form hides is never submitted. */
export function stripUnasked(draft: Group, form: Form, isAsked: (question: Question) => boolean): Group {
  return form.sections
    .flatMap(({ questions }) => questions.filter((question) => !isAsked(question)))
    .reduce((next, { path }) => writeAt(next, path, undefined), draft);
}
