import {
  DEFAULT_SCALAR_STYLE_RULES,
  type Document,
  DUMP_SCHEMA,
  defineScalarTag,
  dump,
  NOT_RESOLVED,
  SCALAR_STYLE,
  type ScalarLayout,
  visit,
} from "js-yaml";

// js-yaml quotes what YAML 1.1 or 1.2 would not read as text. Readers differ in more than the standards do (Go reads
// `1_0` and `0b1` in any mixture, JavaScript reads 1E400 as infinity), so whatever begins and goes on like a number,
// time, date or port mapping is quoted too (`E0` is a number to some).
const LIKE_A_NUMBER = /^[-+.0-9eE][-+0-9_.,:eExXoObBTtZ]*$/;

const neverPlain = defineScalarTag("tag:fairlead.dev,2026:like-a-number", {
  implicit: true,
  resolve: (source) => (LIKE_A_NUMBER.test(source) ? source : NOT_RESOLVED),
  identify: () => false,
});

const SCHEMA = DUMP_SCHEMA.withTags(neverPlain);

/** A last line of blanks alone is lost to readers when it ends a block. */
function quoteBlankEnd(layout: ScalarLayout): void {
  if (/\n[ \t]+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
}

const STYLES = [...Object.values(DEFAULT_SCALAR_STYLE_RULES), quoteBlankEnd];

/**
 * Writes JSON values as YAML in one stable form: keys by code unit, block style, no line breaking, no aliases, and
 * strings quoted wherever a YAML 1.1 or 1.2 reader would take them for something else. An array at the top is one
 * document per item. What is undefined is left out, as in JSON.
 */
export function writeYaml(value: unknown): string {
  return Array.isArray(value) ? value.map(writeDocument).join("---\n") : writeDocument(value);
}

function writeDocument(value: unknown): string {
  return dump(value, { schema: SCHEMA, lineWidth: -1, noRefs: true, transform: sortKeys, scalarStyleRules: STYLES });
}

function sortKeys(documents: Document[]): void {
  visit(documents, (node) => {
    if (node.kind !== "mapping") return;
    node.items.sort((a, b) => compareCodeUnits(textOf(a.key), textOf(b.key)));
  });
}

function textOf(node: { kind: string; value?: unknown }): string {
  return typeof node.value === "string" ? node.value : "";
}

function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
