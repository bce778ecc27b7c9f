import { readFileSync } from "node:fs";
import { Agent, request } from "node:https";
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
  /** The texts of the headers `Warning`, in the order in which the API server gave them. */
  warnings: readonly string[];
}

/** Whoever asks, where it is not the admin. */
interface Asker {
  readonly username: string;
  readonly groups?: readonly string[];
}

/** Asks a cluster of the integration tests as its admin, or in somebody's name. */
export type ClusterClient = (
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  by?: Asker,
) => Promise<ClusterAnswer>;

export function connectToCluster(kubeconfigPath: string): ClusterClient {
  const { clusters, users } = kubeconfigSchema.parse(JSON.parse(readFileSync(kubeconfigPath, "utf8")));
  const [cluster] = clusters;
  const [user] = users;
  if (cluster === undefined || user === undefined) throw new Error(`${kubeconfigPath} names no cluster`);
  const ca = Buffer.from(cluster.cluster["certificate-authority-data"], "base64");
  const agent = new Agent({ keepAlive: true, maxSockets: 16, ca });
  return (method, path, body, by) =>
    new Promise((resolve, reject) => {
      const contentType = method === "PATCH" ? "application/merge-patch+json" : "application/json";
      const headers = { authorization: `Bearer ${user.user.token}`, "content-type": contentType };
      const call = request(
        new URL(path, cluster.cluster.server),
        { method, agent, headers: { ...headers, ...impersonating(by) }, timeout: 20_000 },
        (response) => {
          let text = "";
          response.setEncoding("utf8");
          response.on("data", (piece: string) => {
            text += piece;
          });
          // An address that is not served is answered in plain text.
          const isJson = response.headers["content-type"]?.startsWith("application/json") === true;
          response.on("end", () => {
            const parsed: unknown = isJson ? JSON.parse(text) : text;
            const said = z.object({ message: z.string() }).safeParse(parsed);
            resolve({
              status: response.statusCode ?? 0,
              body: parsed,
              message: said.success ? said.data.message : "",
              warnings: (response.headersDistinct.warning ?? []).map(textOfWarning),
            });
          });
        },
      );
      call.on("error", reject);
      call.on("timeout", () => call.destroy(new Error(`${method} ${path}: no answer within 20 s`)));
      call.end(body === undefined ? undefined : JSON.stringify(body));
    });
}

function impersonating(by: Asker | undefined): Record<string, string | string[]> {
  if (by === undefined) return {};
  const { username, groups = [] } = by;
  return groups.length === 0
    ? { "impersonate-user": username }
    : { "impersonate-user": username, "impersonate-group": [...groups] };
}

/** `299 - "text"`, the text as a quoted string: https://www.rfc-editor.org/rfc/rfc7234#section-5.5 */
function textOfWarning(header: string): string {
  const quoted = /^299 - "(.*)"$/su.exec(Buffer.from(header, "latin1").toString("utf8"))?.[1] ?? header;
  return quoted.replaceAll(/\\(["\\])/g, "$1");
}
