import { mergePatch } from "@fairlead/domain";
import type { Form, Question } from "../form/question.ts";
import { type Group, isGroup, readAt } from "./path.ts";
import { stripUnasked } from "./strip-unasked.ts";

/** Whether a condition holds. */
export type Evaluate = (when: string, variables: Record<string, unknown>) => boolean;

/**
 * The questions that are not asked now, by path. What is not asked has no answer, so a question that hangs on it is
 * asked again until nothing changes; questions that hang on each other in a ring are left as they are after a round.
 */
export function unaskedQuestions(form: Form, draft: Group, evaluate: Evaluate): ReadonlySet<string> {
  const conditional = form.sections.flatMap(({ questions }) => questions.filter(({ when }) => when !== undefined));
  let unasked: ReadonlySet<string> = new Set();
  for (const _ of conditional) {
    const variables = variablesOf(form, stripUnasked(draft, unasked));
    const next = new Set(
      conditional.filter((question) => !holds(question, variables, evaluate)).map(({ path }) => path),
    );
    if (next.size === unasked.size && [...next].every((path) => unasked.has(path))) break;
    unasked = next;
  }
  return unasked;
}

function holds({ when }: Question, variables: Record<string, unknown>, evaluate: Evaluate): boolean {
  return when === undefined || evaluate(when, variables);
}

/** What a condition may speak of in the browser: what holds where nobody looks at one environment. */
function variablesOf(form: Form, draft: Group): Record<string, unknown> {
  const spec = mergePatch(form.defaults, isGroup(draft.spec) ? draft.spec : {});
  return { spec, parameters: readAt(spec, "parameters") ?? {} };
}
