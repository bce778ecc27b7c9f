import { Command } from "commander";
import { collect } from "./collect.ts";

/** A command over declarations for one environment, with the options that all of these take. */
export function declarationsCommand(name: string): Command {
  return new Command(name)
    .argument("<paths...>", "declarations: files, folders, or - for stdin")
    .requiredOption("-e, --environment <name>", "for which environment")
    .option("--cluster <name>", "for which of its clusters")
    .option("--image <reference>", "instead of the declared image; SERVICE=REFERENCE for one service", collect, [])
    .option("--profile <profile>", "what the cluster offers: full, minimal, or a file", "full")
    .option("--catalog <path>", "documents to know of, but not to render", collect, []);
}
