import * as z from "zod";
import { readCron } from "../../schedule/cron.ts";
import { everComes } from "../../schedule/ever-comes.ts";
import { isTimeZone } from "../../schedule/time-zone.ts";
import { duration } from "../duration.ts";
import { portName } from "../name.ts";
import { byteQuantity } from "../quantity.ts";
import { text } from "../text.ts";

const absolutePath = text(4096).regex(
  /^\/(?!.*\.\.)/,
  "is not an absolute path||Begin it with a slash, without .. in it.",
);

const cron = text(200).superRefine((value, context) => {
  const read = readCron(value);
  if (read.ok && everComes(read.value)) return;
  if (read.ok) {
    const never = "never comes||None of its months has such a day: name one that they have, up to 29 in February.";
    context.addIssue({ code: "custom", message: never });
    return;
  }
  const remedy = "Write it like 0 3 * * * (minute, hour, day, month, weekday), or @daily.";
  context.addIssue({ code: "custom", message: `${read.error}||${remedy}` });
});

const timeZone = text(80).refine(isTimeZone, "is not a time zone||Write it like Europe/Berlin or Etc/UTC.");

const replicas = z
  .int("is not a whole number||Give a whole number of replicas.")
  .min(1, "is below 1||Give at least 1.")
  .max(1000, "is above 1000||Give at most 1000.");

export const scaleSchema = z
  .strictObject({
    min: replicas.optional(),
    /** The same as `min`, or left out: a fixed number, no autoscaler. */
    max: replicas.optional(),
    cpuPercent: z.int().min(10, "is below 10||Give 10 to 95.").max(95, "is above 95||Give 10 to 95.").optional(),
  })
  .refine((scale) => scale.min === undefined || scale.max === undefined || scale.max >= scale.min, {
    path: ["max"],
    error: "is lower than the minimum||Raise the maximum, or lower the minimum.",
  });

export const fileSchema = z.strictObject({ path: absolutePath, content: text(256 * 1024, "many lines") });
export const scratchSchema = z.strictObject({ path: absolutePath, size: byteQuantity });
/** What a Secret's key may be, which is the name of a file too. */
const secretKey = text(100).regex(
  /^(?!\.\.)[-._a-zA-Z0-9]+$/,
  "is not a key||Use letters, digits, dots, dashes and underscores, as in api-key.",
);
export const secretSchema = z.strictObject({
  name: portName,
  keys: z
    .array(secretKey)
    .min(1, "is empty||Name at least one key.")
    .max(50)
    .refine((keys) => new Set(keys).size === keys.length, "names a key twice||Name each key once."),
});
export const storageSchema = z.strictObject({
  name: portName,
  path: absolutePath,
  size: byteQuantity,
  recoveryPoint: duration.optional(),
  recoveryTime: duration.optional(),
});
export const beforeDeploySchema = z.strictObject({
  command: z.array(text(1000)).min(1).max(50),
  within: duration.optional(),
});
export const identitySchema = z.strictObject({
  clusterApi: z.enum(["none", "read-own-namespace"]).optional(),
  cloud: z.strictObject({ role: text(500) }).optional(),
});
export const sloSchema = z.strictObject({
  availability: z.number().min(50).lt(100, "leaves no room for failure||Give less than 100.").optional(),
  latency: z
    .strictObject({
      percentile: z.number().min(50).lt(100),
      under: z.string().regex(/^\d+(ms|s)$/, "is not a latency||Write it like 500ms or 2s."),
    })
    .optional(),
});
export const telemetrySchema = z.strictObject({
  metrics: z.strictObject({ port: portName, path: text(1024).optional() }).optional(),
  traces: z
    .strictObject({
      runtime: z.enum(["java", "nodejs", "python", "dotnet", "go", "other"]),
      sample: z.number().min(0).max(1).optional(),
    })
    .optional(),
  logs: z.strictObject({ format: z.enum(["json", "text"]) }).optional(),
});
export const scheduleSchema = z.strictObject({
  cron,
  timeZone: timeZone.optional(),
  /** How long one run may take. */
  deadline: duration.optional(),
  /** What becomes of a run whose time comes while the one before still goes on. */
  concurrency: z.enum(["forbid", "replace", "allow"]).optional(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** What a schedule leaves open. */
export const SCHEDULE_DEFAULTS = { timeZone: "Etc/UTC", deadline: "1h", concurrency: "forbid" } as const;
export const commandSchema = z.array(text(4096, "many lines")).max(100);
