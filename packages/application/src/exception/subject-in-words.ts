import type { ExceptionSubject } from "@fairlead/domain";

/** What an exception is from, as it stands in a sentence: `the policy spread`, `runAsUser: 1000`. */
export function subjectInWords(subject: ExceptionSubject): string {
  return subject.kind === "policy"
    ? `the policy ${subject.policy}`
    : `${subject.setting}: ${JSON.stringify(subject.value)}`;
}
