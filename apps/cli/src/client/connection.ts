import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { CommandFailure } from "./command-failure.ts";

export const PERSONAS = ["developer", "platform", "oncall"] as const;
export type Persona = (typeof PERSONAS)[number];

/** Where the portal is, and as whom to speak with it. */
export interface Connection {
  url: string;
  token: string;
  /** Set where the sandbox lends its people: then another one may be chosen. */
  persona?: Persona;
}

export interface ConnectionSettings {
  url?: string;
  token?: string;
  /** The folder in which a running sandbox leaves its credentials. */
  home: string;
}

const credentialsSchema = z.object({
  url: z.url(),
  tokens: z.object({ developer: z.string(), platform: z.string(), oncall: z.string() }),
});

/** From FAIRLEAD_URL and FAIRLEAD_TOKEN; without them from the sandbox, if it is up. */
export async function findConnection(settings: ConnectionSettings, as: Persona | undefined): Promise<Connection> {
  const { url, token, home } = settings;
  if (url !== undefined && token !== undefined) {
    if (as !== undefined) {
      throw new CommandFailure(2, "--as chooses one of the sandbox's people, but FAIRLEAD_TOKEN says who you are.", [
        "Leave --as out, or unset FAIRLEAD_URL and FAIRLEAD_TOKEN.",
      ]);
    }
    return { url, token };
  }
  if (url !== undefined || token !== undefined) {
    const [there, missing] =
      url === undefined ? ["FAIRLEAD_TOKEN", "FAIRLEAD_URL"] : ["FAIRLEAD_URL", "FAIRLEAD_TOKEN"];
    throw new CommandFailure(2, `${there} is set, but ${missing} is not. Set both.`);
  }
  const persona = as ?? "developer";
  const credentials = await readCredentials(join(home, "credentials.json"));
  return { url: credentials.url, token: credentials.tokens[persona], persona };
}

async function readCredentials(path: string) {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new CommandFailure(3, "There is no portal to talk to.", [
      "Start the sandbox with `npm start`, or set FAIRLEAD_URL and FAIRLEAD_TOKEN.",
    ]);
  }
  try {
    return credentialsSchema.parse(JSON.parse(text));
  } catch {
    throw new CommandFailure(2, `${path} is not what the sandbox wrote. Restart it with \`npm start\`.`);
  }
}
