import { styleText } from "node:util";

/** Where a command speaks: results on stdout, everything else on stderr. Colours only where a person reads. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Whether a person reads stdout. */
  interactive: boolean;
  style(format: Parameters<typeof styleText>[0], text: string): string;
}

export function processTerminal(): Terminal {
  const interactive = process.stdout.isTTY === true;
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    interactive,
    style: (format, text) => (interactive ? styleText(format, text) : text),
  };
}
