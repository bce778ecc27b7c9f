import { randomUUID } from "node:crypto";
import { problemSchema } from "@fairlead/api/public";
import type * as z from "zod";
import { CommandFailure } from "./command-failure.ts";
import type { Connection } from "./connection.ts";
import { ProblemFailure } from "./problem-failure.ts";

/** One request's patience. Rendering and vetting a folder of documents takes seconds at worst. */
const DEADLINE_MS = 60_000;
/** A write whose answer got lost is sent again under the same key, so it happens once. */
const ATTEMPTS = 3;

/** Speaks with the portal's /api/v1. */
export class RestClient {
  readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  get<Answer>(path: string, answer: z.ZodType<Answer>): Promise<Answer> {
    return this.#request(path, answer, { method: "GET" });
  }

  post<Answer>(path: string, answer: z.ZodType<Answer>, body: unknown): Promise<Answer> {
    return this.#request(path, answer, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    });
  }

  async #request<Answer>(path: string, schema: z.ZodType<Answer>, init: RequestInit): Promise<Answer> {
    const response = await this.#send(path, init);
    const body = readJson(await response.text());
    if (!response.ok) {
      const problem = problemSchema.safeParse(body);
      if (problem.success) throw new ProblemFailure(problem.data, this.connection.persona);
      throw new CommandFailure(3, `${this.connection.url} answered ${response.status}, but not as Fairlead does.`, [
        "Check FAIRLEAD_URL.",
      ]);
    }
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new CommandFailure(3, `${this.connection.url} answers in a way that this version does not understand.`, [
      "Update the one of the two that is older.",
    ]);
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    const url = `${this.connection.url.replace(/\/$/, "")}/api/v1${path}`;
    const headers = new Headers(init.headers);
    headers.set("authorization", `Bearer ${this.connection.token}`);
    for (let attempt = 1; ; attempt++) {
      try {
        return await fetch(url, { ...init, headers, signal: AbortSignal.timeout(DEADLINE_MS), redirect: "error" });
      } catch {
        if (attempt < ATTEMPTS) continue;
        throw new CommandFailure(3, `${this.connection.url} cannot be reached.`, ["Is the portal up?"]);
      }
    }
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** JSON without control characters in its texts: a message from a cluster must not steer somebody's terminal. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value) =>
      typeof value === "string" ? value.replaceAll(CONTROL_CHARACTER, "\ufffd") : value,
    );
  } catch {
    return undefined;
  }
}
