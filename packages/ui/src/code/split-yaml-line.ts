export interface YamlLineParts {
  /** Indentation, dashes and the key with its colon. */
  lead: string;
  value: string;
}

const KEY = /^(\s*(?:- )*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s#"':][^:#]*?):)(\s.*)?$/;
const DASH = /^(\s*(?:- )+)(.*)$/;

/** Where a line's key ends and its value begins. Only for colour: it need not understand YAML. */
export function splitYamlLine(line: string): YamlLineParts {
  const [, key, value] = KEY.exec(line) ?? [];
  if (key !== undefined) return { lead: key, value: value ?? "" };
  const [, dash, item] = DASH.exec(line) ?? [];
  return { lead: dash ?? "", value: dash === undefined ? line : (item ?? "") };
}
