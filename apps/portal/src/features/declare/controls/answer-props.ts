/** What every control of a question gets: the answer as it stands in the declaration, and how to give another. */
export interface AnswerProps {
  /** Of the field in the declaration; any JSON, since a file may have written it. */
  value: unknown;
  onAnswer: (value: unknown) => void;
}
