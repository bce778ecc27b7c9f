import { Secret } from "@fairlead/env";
import * as z from "zod";
import type { Session, TokenSource } from "./session.ts";

const answerSchema = z.object({ status: z.object({ token: z.string(), expirationTimestamp: z.coerce.date() }) });

/** The longest that the cluster grants to deployers. */
const SECONDS = 900;
/** A new one is taken while the old one still holds long enough for a delivery's longest step. */
const MARGIN_MS = 120_000;

/** Short tokens of deployers, minted by the account *tokens* and kept until shortly before they end. */
export class DeployerTokens {
  readonly #tokens: Session;
  readonly #kept = new Map<string, { token: Secret; until: number }>();

  constructor(tokens: Session) {
    this.#tokens = tokens;
  }

  of(namespace: string): TokenSource {
    return {
      token: () => this.#take(namespace),
      // A deployer that was deleted and made again has the same name, and none of its tokens.
      refused: (token) => {
        if (this.#kept.get(namespace)?.token === token) this.#kept.delete(namespace);
      },
    };
  }

  async #take(namespace: string): Promise<Secret> {
    const kept = this.#kept.get(namespace);
    if (kept !== undefined && kept.until - MARGIN_MS > Date.now()) return kept.token;
    const answer = await this.#tokens.request({
      method: "POST",
      path: `/api/v1/namespaces/fairlead-deployers/serviceaccounts/${namespace}/token`,
      body: { apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: { expirationSeconds: SECONDS } },
    });
    const { status } = answerSchema.parse(answer);
    const token = new Secret(status.token);
    this.#kept.set(namespace, { token, until: status.expirationTimestamp.getTime() });
    return token;
  }
}
