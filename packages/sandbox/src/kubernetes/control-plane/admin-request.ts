import { request } from "node:https";

export interface AdminAccess {
  server: string;
  ca: string;
  token: string;
}

/** One request to a sandbox's API server as its admin: what comes up before Fairlead has accounts of its own. */
export function adminRequest(
  access: AdminAccess,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, access.server), {
      method,
      ca: access.ca,
      timeout: 5000,
      headers: {
        authorization: `Bearer ${access.token}`,
        "content-type": method === "PATCH" ? "application/apply-patch+yaml" : "application/json",
      },
    });
    outgoing.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("end", () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }),
      );
    });
    outgoing.once("timeout", () => outgoing.destroy(new Error("no answer")));
    outgoing.once("error", reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
