import { appliedSchema } from "@fairlead/api/public";
import { checkDocument, hasErrors, type Violation } from "@fairlead/domain";
import type { Command } from "commander";
import { CommandFailure } from "../../client/command-failure.ts";
import { ProblemFailure } from "../../client/problem-failure.ts";
import { type PlacedWords, placeViolation } from "../../documents/place-violation.ts";
import { readDocuments, type SourcedDocument } from "../../documents/read-documents.ts";
import { type Online, type OnlineSetup, onlineCommand, runOnline } from "./online.ts";

/** `fairlead apply FILE|DIR…`: all of it or nothing. */
export function applyCommand(setup: OnlineSetup): Command {
  return onlineCommand("apply")
    .argument("<paths...>", "files, folders, or - for stdin")
    .description("declare what the documents say: all of them, or none")
    .action((paths: string[], options) => runOnline(setup, options, (online) => apply(online, paths)));
}

async function apply({ client, terminal, json }: Online, paths: readonly string[]): Promise<void> {
  const documents = await readDocuments(paths);
  const violations = documents.flatMap((document) =>
    checkDocument(document.value).violations.map((violation) => ({ document, violation })),
  );
  if (hasErrors(violations.map(({ violation }) => violation))) throw refused(violations);
  const body = { documents: documents.map(({ value }) => value) };
  const applied = await client.post("/apply", appliedSchema, body).catch((error: unknown) => {
    throw error instanceof ProblemFailure ? placed(error, documents) : error;
  });
  if (json) return terminal.out(JSON.stringify(applied));
  for (const { kind, name, change } of applied.documents) {
    if (change !== "unchanged") terminal.out(`${kind} ${name} ${change}`);
  }
  const unchanged = applied.documents.filter(({ change }) => change === "unchanged").length;
  if (unchanged > 0) terminal.out(`${unchanged} unchanged`);
  for (const warning of applied.warnings) terminal.err(`Note: ${at(documents, warning)}`);
}

function refused(violations: readonly { document: SourcedDocument; violation: Violation }[]): CommandFailure {
  return new CommandFailure(
    1,
    "Nothing was applied:",
    violations.map(({ document, violation }) => placeViolation(document, violation)),
  );
}

/** The portal's refusal, with the places in the files. */
function placed(failure: ProblemFailure, documents: readonly SourcedDocument[]): CommandFailure {
  const lines = failure.violations.map((violation) => at(documents, violation));
  return new CommandFailure(failure.exitCode, failure.message, [...lines, ...failure.hints]);
}

/** The portal says where as `documents.3.spec.owner`: the fourth document that was sent. */
function at(documents: readonly SourcedDocument[], violation: PlacedWords): string {
  const [, index, path = ""] = /^documents\.(\d+)(?:\.(.*))?$/.exec(violation.path) ?? [];
  const document = index === undefined ? undefined : documents[Number(index)];
  const { path: whole, reason, remedy } = violation;
  return document === undefined ? `${whole} ${reason}. ${remedy}` : placeViolation(document, { ...violation, path });
}
