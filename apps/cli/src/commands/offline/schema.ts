import { DOCUMENT_KINDS, documentJsonSchema } from "@fairlead/domain";
import { Argument, Command } from "commander";
import type { OfflineSetup } from "./offline.ts";

/** `fairlead schema KIND`: the JSON Schema of a kind of document, for an editor that is away from any server. */
export function schemaCommand({ terminal }: OfflineSetup): Command {
  return new Command("schema")
    .addArgument(new Argument("<kind>", "which kind of document").choices(DOCUMENT_KINDS))
    .description("print the JSON Schema of a kind of document, for an editor; needs no server")
    .action((wanted: string) => {
      const kind = DOCUMENT_KINDS.find((name) => name === wanted);
      if (kind !== undefined) terminal.out(JSON.stringify(documentJsonSchema(kind), undefined, 2));
    });
}
