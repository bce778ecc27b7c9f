import { ClusterError } from "@fairlead/application";
import type { Secret } from "@fairlead/env";
import type { RequestOptions, Transport } from "../transport/transport.ts";

type SessionRequest = Omit<RequestOptions, "token">;

/** Where an account's token comes from. */
export interface TokenSource {
  /** None only where the transport has a client certificate. */
  token(): Promise<Secret | undefined>;
  /** The token was refused: the next one must be another. Where there is no other, it is left out. */
  refused?(token: Secret): void;
}

/** A transport with an account: whatever is asked through it is asked as that account. */
export class Session {
  readonly #transport: Transport;
  readonly #source: TokenSource;

  constructor(transport: Transport, source: TokenSource) {
    this.#transport = transport;
    this.#source = source;
  }

  get cluster(): string {
    return this.#transport.cluster;
  }

  async request(options: SessionRequest): Promise<unknown> {
    const token = await this.#source.token();
    try {
      return await this.#ask(options, token);
    } catch (error) {
      const isRefused = error instanceof ClusterError && error.failure === "unauthorized";
      if (!isRefused || token === undefined || this.#source.refused === undefined) throw error;
      this.#source.refused(token);
      return this.#ask(options, await this.#source.token());
    }
  }

  async *lines(options: SessionRequest & { idleMs: number }): AsyncGenerator<unknown> {
    const token = await this.#source.token();
    yield* this.#transport.lines({ ...options, ...(token === undefined ? {} : { token }) });
  }

  #ask(options: SessionRequest, token: Secret | undefined): Promise<unknown> {
    return this.#transport.request({ ...options, ...(token === undefined ? {} : { token }) });
  }
}
