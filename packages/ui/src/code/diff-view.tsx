import { classNames } from "../style/class-names.ts";
import { type DiffLine, diffLines } from "./diff-lines.ts";
import { foldDiff } from "./fold-diff.ts";
import { YamlLine } from "./yaml-line.tsx";

const SIGNS = {
  same: { sign: " ", word: "", className: "" },
  removed: { sign: "−", word: "removed: ", className: "bg-bad-soft" },
  added: { sign: "+", word: "added: ", className: "bg-good-soft" },
} as const satisfies Record<DiffLine["kind"], { sign: string; word: string; className: string }>;

export interface DiffViewProps {
  before: string;
  after: string;
  /** What is compared, such as “Deployment checkout: what changes”. */
  label: string;
  /** Equal lines kept around a change. */
  context?: number;
}

/** What changes between two texts: signs and words, not colour alone. */
export function DiffView({ before, after, label, context = 3 }: DiffViewProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto bg-sunken -outline-offset-2">
      <pre className="w-max min-w-full py-2.5 font-mono text-code">
        {foldDiff(diffLines(before, after), context).map((part, index) =>
          part.kind === "fold" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
            <span key={index} className="block px-4 text-faint">
              {part.count === 1 ? "  1 line as it was" : `  ${part.count} lines as they were`}
            </span>
          ) : (
            part.lines.map((line) => <DiffLineView key={`${line.kind}${keyOf(line)}`} line={line} />)
          ),
        )}
      </pre>
    </section>
  );
}

function keyOf(line: DiffLine): number {
  return line.kind === "removed" ? line.before : line.after;
}

function DiffLineView({ line }: { line: DiffLine }) {
  const { sign, word, className } = SIGNS[line.kind];
  return (
    <span className={classNames("block px-4", className)}>
      <span aria-hidden className="text-faint">
        {sign}{" "}
      </span>
      <span className="sr-only">{word}</span>
      <YamlLine text={line.text} />
    </span>
  );
}
