import type { RequestOptions, Transport } from "../transport/transport.ts";
import type { SecretToken } from "./secret-token.ts";

type SessionRequest = Omit<RequestOptions, "token">;

/** A transport with an account: whatever is asked through it is asked as that account. */
export class Session {
  readonly #transport: Transport;
  readonly #token: () => Promise<SecretToken>;

  constructor(transport: Transport, token: () => Promise<SecretToken>) {
    this.#transport = transport;
    this.#token = token;
  }

  get cluster(): string {
    return this.#transport.cluster;
  }

  async request(options: SessionRequest): Promise<unknown> {
    return this.#transport.request({ ...options, token: (await this.#token()).reveal() });
  }

  async *lines(options: SessionRequest & { idleMs: number }): AsyncGenerator<unknown> {
    yield* this.#transport.lines({ ...options, token: (await this.#token()).reveal() });
  }
}
