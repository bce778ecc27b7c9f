import type { ComponentType } from "react";
import type { Part } from "../form/question.ts";

/** What every control of a question gets: the answer as it stands in the declaration, and how to give another. */
export interface AnswerProps {
  /** Of the field in the declaration; any JSON, since a file may have written it. */
  value: unknown;
  onAnswer: (value: unknown) => void;
}

/** One part of an answer, with a label of its own. */
export interface PartFieldProps extends AnswerProps {
  part: Part;
  /** The path of the answer that it is a part of. */
  name: string;
  /** Set where several stand in a line below one another. */
  line?: number;
}

/** Controls with parts are given the field for each: a part may have parts again, and no file imports itself. */
export interface PartedProps extends AnswerProps {
  field: ComponentType<PartFieldProps>;
}
