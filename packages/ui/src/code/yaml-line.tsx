import { splitYamlLine } from "./split-yaml-line.ts";

/** One line, its key softer than its value. */
export function YamlLine({ text }: { text: string }) {
  const { lead, value } = splitYamlLine(text);
  return (
    <>
      <span className="text-soft">{lead}</span>
      {value}
    </>
  );
}
