import pino, { type Logger } from "pino";

/** One line of JSON per event on stdout. Tokens redact themselves, and cluster errors carry no headers. */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: { process: "reconciler" },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
