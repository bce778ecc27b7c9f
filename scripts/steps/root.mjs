import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** The Node 24 that comes with the project; there once dependencies are installed. */
export const NODE = join(ROOT, "node_modules/node/bin/node");

/** Where the steps leave what programs printed. */
export const LOGS = join(resolve(ROOT, process.env.FAIRLEAD_HOME || ".fairlead"), "logs");

/** The environment of the steps: the project's programs first, nothing sent home. */
export const STEP_ENV = {
  ...process.env,
  PATH: [join(ROOT, "node_modules/.bin"), process.env.PATH].join(":"),
  NEXT_TELEMETRY_DISABLED: "1",
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
  // Prisma's engine is not used; without this, installing and generating would want to download it.
  PRISMA_SCHEMA_ENGINE_BINARY: "/usr/bin/true",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};
