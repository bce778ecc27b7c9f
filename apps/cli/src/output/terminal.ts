import type { ExitCode } from "../client/command-failure.ts";

/** Where a command speaks: results on stdout, everything else on stderr. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** How the process will end, once all is written. */
  exit(code: ExitCode): void;
}

export const processTerminal: Terminal = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  exit: (code) => {
    process.exitCode = code;
  },
};
