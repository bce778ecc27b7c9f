import { readFileSync } from "node:fs";
import { request } from "node:https";
import * as z from "zod";

const kubeconfigSchema = z.object({
  clusters: z.tuple([
    z.object({ cluster: z.object({ server: z.string(), "certificate-authority-data": z.string() }) }),
  ]),
  users: z.tuple([z.object({ user: z.object({ token: z.string() }) })]),
});
const statusSchema = z.object({ kind: z.literal("Status"), message: z.string() });

interface Answered {
  status: number;
  /** Why it was refused; empty where it was not. */
  message: string;
  /** As JSON; `undefined` where it is none. */
  body: unknown;
}

/** Asks a cluster of the integration tests as its admin. */
export type ClusterAdmin = (method: "GET" | "POST" | "DELETE", path: string, body?: unknown) => Promise<Answered>;

export function clusterAdmin(kubeconfigPath: string): ClusterAdmin {
  const { clusters, users } = kubeconfigSchema.parse(JSON.parse(readFileSync(kubeconfigPath, "utf8")));
  const { server, "certificate-authority-data": authority } = clusters[0].cluster;
  const ca = Buffer.from(authority, "base64");
  const headers = { authorization: `Bearer ${users[0].user.token}`, "content-type": "application/json" };
  return (method, path, body) =>
    new Promise((resolve, reject) => {
      const call = request(new URL(path, server), { method, ca, headers, timeout: 30_000 }, async (response) => {
        const text = (await response.toArray()).join("");
        const answered = parse(text);
        const parsed = statusSchema.safeParse(answered);
        const status = response.statusCode ?? 0;
        resolve({ status, message: status >= 400 && parsed.success ? parsed.data.message : "", body: answered });
      });
      call.on("error", reject).on("timeout", () => call.destroy(new Error(`${path} was not answered in time`)));
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
}

/** A path that is not served yet answers in plain text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
