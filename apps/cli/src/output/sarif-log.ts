import type { PlacedFinding } from "../documents/finding.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
/** The rule of what a declaration's own shape gets wrong. */
const DECLARATION = "declaration";

/** Findings in the format that code hosts show beside the lines: SARIF 2.1.0. */
export function sarifLog(findings: readonly PlacedFinding[]): unknown {
  const rules = [...new Set(findings.map(({ policy = DECLARATION }) => policy))].sort();
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "fairlead", rules: rules.map((id) => ({ id })) } },
        results: findings.map(
          ({ policy = DECLARATION, severity, path, object, reason, remedy, file, line, column }) => ({
            ruleId: policy,
            ruleIndex: rules.indexOf(policy),
            level: severity,
            message: { text: `${object ?? (path || "The document")}: ${reason} ${remedy}` },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/") },
                  region: { startLine: line, startColumn: column },
                },
              },
            ],
          }),
        ),
      },
    ],
  };
}
