import { setTimeout as wait } from "node:timers/promises";
import { ClusterError } from "@fairlead/application";
import type { Secret } from "@fairlead/env";
import { type Dispatcher, Pool } from "undici";
import { connectionError, isReset, toClusterError } from "./to-cluster-error.ts";

export interface TransportOptions {
  /** For errors. */
  cluster: string;
  server: string;
  /** PEM; the system's own where left out. */
  ca?: string;
  /** The name in the server's certificate, where it is not the address. */
  serverName?: string;
  /** PEM; only for admins who sign in that way. */
  clientCertificate?: { cert: string; key: string };
}

export interface RequestOptions {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  contentType?: string;
  /** Another form of the answer than plain JSON, still JSON. */
  accept?: string;
  /** None only where a client certificate says who asks. */
  token?: Secret;
  deadlineMs?: number;
  signal?: AbortSignal;
}

/** Bounds what one cluster can take of this process; watches hold one each. */
const CONNECTIONS = 16;
const CONNECT_MS = 5000;
const DEADLINE_MS = 15_000;
const BUSY = { attempts: 4, waitMs: 1000, mostMs: 5000 };

/**
 * The one way to an API server: a pool of connections, a deadline for every request, errors in words. It takes a token
 * with each request and keeps none.
 */
export class Transport {
  readonly cluster: string;
  readonly #pool: Pool;

  constructor({ cluster, server, ca, serverName, clientCertificate }: TransportOptions) {
    this.cluster = cluster;
    this.#pool = new Pool(server, {
      connections: CONNECTIONS,
      connect: {
        timeout: CONNECT_MS,
        ...(ca === undefined ? {} : { ca }),
        ...(serverName === undefined ? {} : { servername: serverName }),
        ...clientCertificate,
      },
      headersTimeout: DEADLINE_MS,
      keepAliveTimeout: 30_000,
    });
  }

  /** Sends a request and gives back the JSON that was answered. Throws ClusterError for everything else. */
  async request(options: RequestOptions): Promise<unknown> {
    const deadline = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS);
    const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal]);
    try {
      for (let attempt = 1; ; attempt += 1) {
        const { statusCode, headers, body } = await this.#send(options, signal);
        const text = await body.text();
        if (statusCode === 429 && attempt < BUSY.attempts) await wait(retryAfterMs(headers), undefined, { signal });
        else if (statusCode >= 300) throw toClusterError(this.cluster, statusCode, text);
        else return JSON.parse(text);
      }
    } catch (error) {
      options.signal?.throwIfAborted();
      if (deadline.aborted) throw new ClusterError("away", this.cluster, "it does not answer in time");
      throw connectionError(this.cluster, error);
    }
  }

  /** Opens a stream of JSON lines and gives them one by one, until the server ends it. */
  async *lines(options: RequestOptions & { idleMs: number }): AsyncGenerator<unknown> {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), options.idleMs);
    const signal = options.signal === undefined ? silence.signal : AbortSignal.any([silence.signal, options.signal]);
    try {
      const { statusCode, body } = await this.#pool.request({ ...this.#raw(options, signal), bodyTimeout: 0 });
      if (statusCode >= 300) throw toClusterError(this.cluster, statusCode, await body.text());
      body.setEncoding("utf8");
      let pending = "";
      for await (const chunk of body) {
        timer.refresh();
        const parts = (pending + String(chunk)).split("\n");
        pending = parts.pop() ?? "";
        for (const line of parts) if (line !== "") yield JSON.parse(line);
      }
    } catch (error) {
      options.signal?.throwIfAborted();
      // Bookmarks come every minute: so long a silence is a dead connection.
      if (silence.signal.aborted) throw new ClusterError("away", this.cluster, "it fell silent");
      throw connectionError(this.cluster, error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends everything that is under way. */
  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  /** Takes nothing new, and lets what is under way come to its end. */
  retire(): void {
    void this.#pool.close().catch(() => {});
  }

  /** A connection that was kept may be closed by the server just as it is used again: reading is simply repeated. */
  async #send(options: RequestOptions, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const raw = this.#raw(options, signal);
    try {
      return await this.#pool.request(raw);
    } catch (error) {
      if (options.method !== "GET" || !isReset(error)) throw error;
      return this.#pool.request(raw);
    }
  }

  #raw({ method, path, query, body, contentType, accept, token }: RequestOptions, signal: AbortSignal) {
    return {
      method,
      path: query === undefined ? path : `${path}?${new URLSearchParams(query)}`,
      headers: {
        accept: accept ?? "application/json",
        ...(token === undefined ? {} : { authorization: `Bearer ${token.reveal()}` }),
        ...(body === undefined ? {} : { "content-type": contentType ?? "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    };
  }
}

/** How long a busy server asks to be left alone. */
function retryAfterMs(headers: Readonly<Record<string, string | string[] | undefined>>): number {
  const seconds = Number(headers["retry-after"]);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, BUSY.mostMs) : BUSY.waitMs;
}
