import { Mono } from "@fairlead/ui";

/** What changes in one object, leaf by leaf; a leaf that is not there has no value on that side. */
export interface ObjectChangeView {
  kind: string;
  name: string;
  leaves: readonly { path: string; before?: unknown; after?: unknown }[];
}

const MOST_LEAVES = 12;

/** Each object names its template: what an upgrade is, not what it does. */
const TEMPLATE_MARK = "metadata.annotations.fairlead.dev/template";

/** What changes in words: which field of which object, from what to what. */
export function LeafChanges({ changes }: { changes: readonly ObjectChangeView[] }) {
  const leaves = changes
    .flatMap(({ kind, leaves }) => leaves.map((leaf) => ({ kind, ...leaf })))
    .filter(({ path }) => path !== TEMPLATE_MARK);
  const shown = leaves.slice(0, MOST_LEAVES);
  const hidden = leaves.length - shown.length;
  return (
    <ul className="grid gap-1 empty:hidden">
      {shown.map(({ kind, path, before, after }) => (
        <li key={`${kind} ${path}`} className="break-words">
          <span className="font-strong">{kind}</span> <span className="text-faint">{path}</span>{" "}
          {before !== undefined && <Mono>{say(before)}</Mono>}
          {before === undefined ? "is new: " : after === undefined ? " goes away" : " → "}
          {after !== undefined && <Mono>{say(after)}</Mono>}
        </li>
      ))}
      {hidden > 0 && <li className="text-faint">and {hidden} more, below</li>}
    </ul>
  );
}

function say(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
