import { resolve } from "node:path";
import * as z from "zod";
import { defaultHome } from "./default-home.ts";
import { readEnv } from "./read-env.ts";

const schema = z
  .object({
    FAIRLEAD_URL: z.url("This is no address. Write it like https://fairlead.example.com.").optional(),
    FAIRLEAD_TOKEN: z.string().optional(),
    FAIRLEAD_HOME: z.string().optional(),
  })
  .transform((env) => ({
    ...(env.FAIRLEAD_URL === undefined ? {} : { url: env.FAIRLEAD_URL }),
    ...(env.FAIRLEAD_TOKEN === undefined ? {} : { token: env.FAIRLEAD_TOKEN }),
    home: resolve(env.FAIRLEAD_HOME ?? defaultHome()),
  }));
export type CliEnv = z.output<typeof schema>;

/** What the command is told by its environment: where the portal is, and where the sandbox keeps its state. */
export function readCliEnv(): CliEnv {
  return readEnv(schema);
}
