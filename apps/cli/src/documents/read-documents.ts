import { open } from "node:fs/promises";
import { text as readStream } from "node:stream/consumers";
import { DEFAULT_YAML_LIMITS, readYaml, type YamlDocument } from "@fairlead/yaml";
import { CommandFailure } from "../client/command-failure.ts";
import { findFiles } from "./find-files.ts";

/** A document and where it came from. */
export interface SourcedDocument extends YamlDocument {
  file: string;
}

/**
 * Reads documents from files, folders and `-` for stdin. What cannot be read ends the command with file, line and
 * column of everything that is wrong.
 */
export async function readDocuments(paths: readonly string[]): Promise<SourcedDocument[]> {
  const documents: SourcedDocument[] = [];
  const problems: string[] = [];
  for (const file of await findFiles(paths)) {
    const name = file === "-" ? "stdin" : file;
    const reading = readYaml(file === "-" ? await readStream(process.stdin) : await readFile(file), { file: name });
    documents.push(...reading.documents.map((document) => ({ ...document, file: name })));
    problems.push(
      ...reading.problems.map(({ line, column, reason, remedy }) => `${name}:${line}:${column}: ${reason} ${remedy}`),
    );
  }
  if (problems.length > 0) throw new CommandFailure(2, "Some of it cannot be read:", problems);
  if (documents.length === 0) throw new CommandFailure(2, `There are no documents in ${paths.join(", ")}.`);
  return documents;
}

/** A file's text, or just enough of it for the reader to say that it is too large. */
async function readFile(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const buffer = Buffer.alloc(DEFAULT_YAML_LIMITS.maxBytes + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
      length += bytesRead;
      if (bytesRead === 0 || length === buffer.length) return buffer.toString("utf8", 0, length);
    }
  } finally {
    await handle.close();
  }
}
