import * as z from "zod";
import { SecretToken } from "./secret-token.ts";
import type { Session } from "./session.ts";

const answerSchema = z.object({ status: z.object({ token: z.string(), expirationTimestamp: z.coerce.date() }) });

/** The longest that the cluster grants to deployers. */
const SECONDS = 900;
/** A new one is taken while the old one still holds long enough for a delivery's longest step. */
const MARGIN_MS = 120_000;

/** Short tokens of deployers, minted by the account *tokens* and kept until shortly before they end. */
export class DeployerTokens {
  readonly #tokens: Session;
  readonly #kept = new Map<string, { token: SecretToken; until: number }>();

  constructor(tokens: Session) {
    this.#tokens = tokens;
  }

  async of(namespace: string): Promise<SecretToken> {
    const kept = this.#kept.get(namespace);
    if (kept !== undefined && kept.until - MARGIN_MS > Date.now()) return kept.token;
    const answer = await this.#tokens.request({
      method: "POST",
      path: `/api/v1/namespaces/fairlead-deployers/serviceaccounts/${namespace}/token`,
      body: { apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: { expirationSeconds: SECONDS } },
    });
    const { status } = answerSchema.parse(answer);
    const token = new SecretToken(status.token);
    this.#kept.set(namespace, { token, until: status.expirationTimestamp.getTime() });
    return token;
  }
}
