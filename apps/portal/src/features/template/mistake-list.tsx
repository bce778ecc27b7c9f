import { Card, InlineButton, ProgressBar } from "@fairlead/ui";
import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import type { Answers } from "../../answers.ts";
import type { CallProblem } from "../../browser/problem.ts";

type Mistake = Answers["template"]["check"]["violations"][number];

export interface MistakeListProps {
  mistakes: readonly Mistake[];
  changed: boolean;
  pending: boolean;
  /** Why it could not be checked. */
  problem: CallProblem | undefined;
  onGoTo: (place: { line: number; column: number }) => void;
}

/** What is wrong with the text, in its order; each leads to its place. */
export function MistakeList({ mistakes, changed, pending, problem, onGoTo }: MistakeListProps) {
  const inOrder = mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column);
  return (
    <Card title="Checks">
      <div className="grid gap-2">
        <div className="-mt-2 h-0">{pending && <ProgressBar label="Checking" />}</div>
        {problem !== undefined && <p className="text-bad">{problem.message}</p>}
        {!changed && <p className="text-soft">Change something: what is wrong is told as you type.</p>}
        {changed && !pending && mistakes.length === 0 && problem === undefined && (
          <p className="flex items-center gap-2 text-good">
            <CircleCheck aria-hidden size={16} strokeWidth={1.75} /> Nothing is wrong.
          </p>
        )}
        <ul aria-label="What is wrong" className="grid max-h-80 gap-2 overflow-y-auto">
          {inOrder.map((mistake) => (
            <MistakeRow key={`${mistake.line} ${mistake.path} ${mistake.reason}`} mistake={mistake} onGoTo={onGoTo} />
          ))}
        </ul>
      </div>
    </Card>
  );
}

const LOOKS = {
  error: { icon: CircleX, word: "Error", tone: "text-bad" },
  warning: { icon: TriangleAlert, word: "Warning", tone: "text-warn" },
  note: { icon: Info, word: "Note", tone: "text-soft" },
} as const satisfies Record<Mistake["severity"], object>;

function MistakeRow({ mistake, onGoTo }: { mistake: Mistake; onGoTo: MistakeListProps["onGoTo"] }) {
  const { path, reason, remedy, severity, line, column } = mistake;
  const { icon: Icon, word, tone } = LOOKS[severity];
  return (
    <li className="flex gap-2">
      <Icon aria-label={word} size={16} strokeWidth={1.75} className={`mt-0.5 flex-none ${tone}`} />
      <div className="min-w-0">
        <InlineButton onClick={() => onGoTo({ line, column })}>
          Line {line}, column {column}
        </InlineButton>{" "}
        {path !== "" && <code className="break-words font-mono text-label">{path}</code>} {reason.replace(/\.$/, "")}.{" "}
        {remedy}
      </div>
    </li>
  );
}
