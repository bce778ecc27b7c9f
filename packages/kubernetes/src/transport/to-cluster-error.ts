import { ClusterError, type ClusterFailure } from "@fairlead/application";
import * as z from "zod";

/** The part of a Kubernetes Status that is for people. */
const statusSchema = z.object({
  message: z.string().optional(),
  reason: z.string().optional(),
  details: z
    .object({
      kind: z.string().optional(),
      name: z.string().optional(),
      causes: z.array(z.object({ field: z.string().optional(), message: z.string().optional() })).optional(),
    })
    .optional(),
});

const MAX_MESSAGE = 1000;
/** How the fence's policy begins its refusals; see library/attachment/guards.yaml. */
const FENCED = "stale delivery:";

const BY_STATUS: Readonly<Record<number, ClusterFailure>> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  410: "gone",
  422: "invalid",
  429: "busy",
};

/** What an API server answered, as a ClusterError. Headers are never looked at, and of the body only its message. */
export function toClusterError(cluster: string, status: number, body: string): ClusterError {
  const parsed = statusSchema.safeParse(parse(body));
  const said = parsed.success ? parsed.data.message : undefined;
  const message = (said ?? `the cluster answered with status ${status}`).slice(0, MAX_MESSAGE);
  if (status === 403 && message.includes(FENCED)) return new ClusterError("stale", cluster, message);
  return new ClusterError(BY_STATUS[status] ?? (status >= 500 ? "away" : "invalid"), cluster, message);
}

/** A connection that failed: whatever the cause, the cluster is away. */
export function connectionError(cluster: string, error: unknown): ClusterError {
  if (error instanceof ClusterError) return error;
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return new ClusterError("away", cluster, WORDS[code] ?? "the connection failed", { cause: error });
}

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers at its address",
  ECONNRESET: "it ended the connection",
  ENOTFOUND: "its name is not known",
  ETIMEDOUT: "it does not answer in time",
  UND_ERR_CONNECT_TIMEOUT: "it does not answer in time",
  UND_ERR_HEADERS_TIMEOUT: "it does not answer in time",
  UND_ERR_BODY_TIMEOUT: "it does not answer in time",
  UND_ERR_SOCKET: "it ended the connection",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is not the one that was given at attachment",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is not the one that was given at attachment",
};

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
