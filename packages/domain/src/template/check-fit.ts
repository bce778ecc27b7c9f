import type { TemplateDocument } from "../document/template.ts";
import type { Violation } from "../violation.ts";

/** An answer to one of a template's fit questions: whether something belongs on Kubernetes at all. */
export interface FitAnswer {
  ask: string;
  yes: boolean;
  /** Why it goes on in spite of a yes. */
  reason?: string;
}

export type FitQuestion = NonNullable<TemplateDocument["spec"]["fit"]>[number];

/** What keeps a service from being declared by its answers to the fit questions. Every question takes an answer. */
export function checkFit({ spec: { fit = [] } }: TemplateDocument, answers: readonly FitAnswer[]): Violation[] {
  return fit.flatMap((question, index): Violation[] => {
    const wrong = (reason: string, remedy: string): Violation[] => [
      { path: `fit.${index}`, reason, remedy, severity: "error" },
    ];
    const given = answers.find(({ ask }) => ask === question.ask);
    if (given === undefined) return wrong("is missing", "Answer yes or no.");
    if (!given.yes) return [];
    if (question.yes === "forbid") {
      return wrong(
        "means that this does not belong on Kubernetes",
        "Declare it as a resource off the platform: it is listed, owned and found like everything else.",
      );
    }
    return (given.reason ?? "").trim() === ""
      ? wrong("speaks against Kubernetes", "Say why you go on; it is kept with your name.")
      : [];
  });
}

/** The answers that went on in spite of a yes, each with its question. */
export function overruledFit(
  { spec: { fit = [] } }: TemplateDocument,
  answers: readonly FitAnswer[],
): { question: FitQuestion; reason: string }[] {
  return fit.flatMap((question) => {
    const given = answers.find(({ ask, yes }) => yes && ask === question.ask);
    return given?.reason === undefined ? [] : [{ question, reason: given.reason.trim() }];
  });
}
