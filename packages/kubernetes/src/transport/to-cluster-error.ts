import { ClusterError, type ClusterFailure } from "@fairlead/application";
import * as z from "zod";

/** The part of a Kubernetes Status that is for people. */
const statusSchema = z.object({ message: z.string() });

const MAX_MESSAGE = 1000;
/** How the fence's policy begins its refusals; see library/attachment/guards.yaml. */
const FENCED = "stale delivery:";
/** Server-side apply answers so, with status 500, to a field that the kind does not have. */
const UNKNOWN_FIELD = "field not declared in schema";

const BY_STATUS: Readonly<Record<number, ClusterFailure>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  410: "gone",
  422: "invalid",
  429: "busy",
  // It answers, and something behind it does not: a webhook, its store.
  500: "busy",
};

/** What an API server answered, as a ClusterError. Headers are never looked at, and of the body only its message. */
export function toClusterError(cluster: string, status: number, body: string): ClusterError {
  if (status === 401) {
    const message =
      "it does not know Fairlead's credentials any more: they have ended, or it was set up anew. Attach it again";
    return new ClusterError("unauthorized", cluster, message);
  }
  const parsed = statusSchema.safeParse(parse(body));
  const said = parsed.success ? parsed.data.message : `the cluster answered with status ${status}`;
  const message = said.slice(0, MAX_MESSAGE);
  if (status === 403 && message.includes(FENCED)) return new ClusterError("stale", cluster, message);
  if (status === 500 && message.includes(UNKNOWN_FIELD)) return new ClusterError("invalid", cluster, message);
  return new ClusterError(BY_STATUS[status] ?? (status >= 500 ? "away" : "invalid"), cluster, message);
}

/** A connection that failed: whatever the cause, the cluster is away. */
export function connectionError(cluster: string, error: unknown): ClusterError {
  if (error instanceof ClusterError) return error;
  return new ClusterError("away", cluster, WORDS[codeOf(error)] ?? "the connection failed", { cause: error });
}

/** The other side ended the connection before it answered. */
export function isReset(error: unknown): boolean {
  return ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(codeOf(error));
}

const FOREIGN_CERTIFICATE = "its certificate is not the one that was given at attachment";
const TOO_SLOW = "it does not answer in time";

const WORDS: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: FOREIGN_CERTIFICATE,
  ECONNREFUSED: "nothing answers at its address",
  ECONNRESET: "it ended the connection",
  EHOSTUNREACH: "there is no way to its address",
  ENETUNREACH: "there is no way to its address",
  ENOTFOUND: "its name is not known",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
  ETIMEDOUT: TOO_SLOW,
  SELF_SIGNED_CERT_IN_CHAIN: FOREIGN_CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: FOREIGN_CERTIFICATE,
  UND_ERR_BODY_TIMEOUT: TOO_SLOW,
  UND_ERR_CONNECT_TIMEOUT: TOO_SLOW,
  UND_ERR_HEADERS_TIMEOUT: TOO_SLOW,
  UND_ERR_SOCKET: "it ended the connection",
};

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
