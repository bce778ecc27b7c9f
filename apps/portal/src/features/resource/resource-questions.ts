import type { Question } from "../declare/form/question.ts";
import { TIERS } from "../declare/form/tiers.ts";

const question = (path: string, label: string, rest: Partial<Question> & Pick<Question, "control">): Question => ({
  path,
  label,
  required: false,
  more: false,
  locked: false,
  ...rest,
});

export const NAME_QUESTION = question("metadata.name", "Name", {
  help: "Services name it when they need it. It cannot change later.",
  control: { kind: "text", mono: true, placeholder: "orders-db" },
  required: true,
});

/** What is asked of something off the platform, whatever it is. */
export const RESOURCE_QUESTIONS: readonly Question[] = [
  question("spec.type", "Type", {
    help: "Such as PostgreSQL, a message broker, a bought service.",
    control: { kind: "text", placeholder: "PostgreSQL" },
    required: true,
  }),
  question("spec.tier", "Tier", { control: { kind: "choice", options: TIERS } }),
  question("spec.system", "System", { help: "What it is a part of.", control: { kind: "system" } }),
  question("metadata.links", "Runbook", { help: "What somebody reads at 3 a.m.", control: { kind: "runbook" } }),
  question("spec.contacts", "Contacts of its own", {
    help: "Beside those of its owner; they come first.",
    control: { kind: "contacts" },
  }),
];

/** Where it is reached in one environment. */
export function addressQuestion(environment: { name: string; title: string }): Question {
  return question(`spec.environments.${environment.name}`, `In ${environment.title}`, {
    control: {
      kind: "group",
      parts: [
        { path: "host", label: "Host", control: { kind: "text", mono: true, placeholder: "db.example.com" } },
        { path: "port", label: "Port", control: { kind: "number" } },
        {
          path: "cidrs",
          label: "Private network",
          hint: "Opened for services that need it.",
          control: { kind: "words", placeholder: "10.20.0.0/16" },
        },
      ],
    },
  });
}

export const WHY_QUESTION = question("decision.reason", "Why it is not on Kubernetes", {
  help: "A sentence. It is kept with your name, and stands on its page.",
  control: { kind: "text", lines: 2 },
  required: true,
});
