import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";

/**
 * For each line of one YAML document the value that stands there, as a dotted path such as `spec.ports.0.name`; all
 * lines of a long text belong to it. Lines that only open a group are undefined. For text that `writeYaml` wrote: its
 * size is not limited here.
 */
export function yamlLines(text: string): (string | undefined)[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lines: (string | undefined)[] = text
    .replace(/\n$/, "")
    .split("\n")
    .map(() => undefined);
  const lineOf = (offset: number) => counter.linePos(offset).line - 1;

  const mark = (from: number, node: Node | null, path: string) => {
    // A node ends where the next thing begins; a line break before that is not its own.
    const end = node?.range?.[1] ?? from;
    const last = lineOf(Math.max(from, text[end - 1] === "\n" ? end - 1 : end));
    for (let line = lineOf(from); line <= last; line += 1) lines[line] = path;
  };
  const walk = (node: unknown, path: string, from: number) => {
    if (isMap(node) && node.items.length > 0) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        walk(value, path === "" ? String(key.value) : `${path}.${key.value}`, key.range?.[0] ?? from);
      }
    } else if (isSeq(node) && node.items.length > 0) {
      for (const [index, item] of node.items.entries()) walk(item, `${path}.${index}`, startOf(item) ?? from);
    } else if (isMap(node) || isSeq(node) || isScalar(node)) {
      mark(from, node, path);
    }
  };
  walk(document.contents, "", 0);
  return lines;
}

function startOf(item: unknown): number | undefined {
  return isMap(item) || isSeq(item) || isScalar(item) ? item.range?.[0] : undefined;
}
