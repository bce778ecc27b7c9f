import * as z from "zod";
import { readEnv } from "./read-env.ts";
import { Secret } from "./secret.ts";

const schema = z.object({ DATABASE_URL: z.string("Give the address of a Postgres 16 or later, postgresql://…") });

/** DATABASE_URL, for what needs nothing else. */
export function readDatabaseUrl(): Secret {
  return new Secret(readEnv(schema).DATABASE_URL);
}
