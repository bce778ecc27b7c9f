import { ClusterError } from "@fairlead/application";
import { Pool } from "undici";
import { connectionError, toClusterError } from "./to-cluster-error.ts";

export interface TransportOptions {
  /** For errors. */
  cluster: string;
  server: string;
  /** PEM; the system's own where left out. */
  ca?: string;
  /** How many connections at once; watches hold one each. */
  maxConnections?: number;
}

export interface RequestOptions {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  contentType?: string;
  token: string;
  deadlineMs?: number;
  signal?: AbortSignal;
}

const DEADLINE_MS = 15_000;

/**
 * The one way to an API server: a pool of connections, a deadline for every request, errors in words. It takes a token
 * with each request and keeps none.
 */
export class Transport {
  readonly cluster: string;
  readonly #pool: Pool;

  constructor({ cluster, server, ca, maxConnections = 16 }: TransportOptions) {
    this.cluster = cluster;
    this.#pool = new Pool(server, {
      connections: maxConnections,
      connect: { timeout: 5000, ...(ca === undefined ? {} : { ca }) },
      headersTimeout: DEADLINE_MS,
      keepAliveTimeout: 30_000,
    });
  }

  /** Sends a request and gives back the JSON that was answered. Throws ClusterError for everything else. */
  async request(options: RequestOptions): Promise<unknown> {
    const deadline = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS);
    const signal = options.signal === undefined ? deadline : AbortSignal.any([deadline, options.signal]);
    try {
      const { statusCode, body } = await this.#pool.request(this.#raw(options, signal));
      const text = await body.text();
      if (statusCode >= 300) throw toClusterError(this.cluster, statusCode, text);
      return JSON.parse(text);
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

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  #raw({ method, path, query, body, contentType, token }: RequestOptions, signal: AbortSignal) {
    return {
      method,
      path: query === undefined ? path : `${path}?${new URLSearchParams(query)}`,
      headers: {
        accept: "application/json",
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { "content-type": contentType ?? "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal,
    };
  }
}
