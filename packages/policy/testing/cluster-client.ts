import { readFileSync } from "node:fs";
import { request } from "node:https";
import * as z from "zod";

const kubeconfigSchema = z.object({
  clusters: z
    .array(z.object({ cluster: z.object({ server: z.string(), "certificate-authority-data": z.string() }) }))
    .min(1),
  users: z.array(z.object({ user: z.object({ token: z.string() }) })).min(1),
});

interface ClusterAnswer {
  status: number;
  body: unknown;
  /** The `message` of the API server's Status; empty where it answers with an object. */
  message: string;
}

/** Asks a cluster of the integration tests as its admin, or in somebody's name. */
export type ClusterClient = (
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  by?: string,
) => Promise<ClusterAnswer>;

export function connectToCluster(kubeconfigPath: string): ClusterClient {
  const { clusters, users } = kubeconfigSchema.parse(JSON.parse(readFileSync(kubeconfigPath, "utf8")));
  const [cluster] = clusters;
  const [user] = users;
  if (cluster === undefined || user === undefined) throw new Error(`${kubeconfigPath} names no cluster`);
  const ca = Buffer.from(cluster.cluster["certificate-authority-data"], "base64");
  const headers = { authorization: `Bearer ${user.user.token}`, "content-type": "application/json" };
  return (method, path, body, by) =>
    new Promise((resolve, reject) => {
      const call = request(
        new URL(path, cluster.cluster.server),
        { method, ca, headers: by === undefined ? headers : { ...headers, "impersonate-user": by }, timeout: 10_000 },
        (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (piece: string) => {
            text += piece;
          });
          // An address that is not served is answered in plain text.
          const isJson = response.headers["content-type"]?.startsWith("application/json") === true;
          response.on("end", () => resolve(toAnswer(response.statusCode ?? 0, isJson ? JSON.parse(text) : text)));
        },
      );
      call.on("error", reject);
      call.on("timeout", () => call.destroy(new Error(`${method} ${path}: no answer within 10 s`)));
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
}

function toAnswer(status: number, body: unknown): ClusterAnswer {
  const said = z.object({ message: z.string() }).safeParse(body);
  return { status, body, message: said.success ? said.data.message : "" };
}
