import "server-only";
import pino, { type Logger } from "pino";

/**
 * One line of JSON per event on stdout. Secrets redact themselves (they are of the type Secret); the paths here catch
 * what a library might hand over whole.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: { process: "portal" },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["headers", "*.headers", "cookie", "*.cookie", "authorization", "*.authorization"], remove: true },
  });
}
