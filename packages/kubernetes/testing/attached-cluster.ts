import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { KubernetesObject } from "@fairlead/domain";
import { groupKindOf } from "@fairlead/domain";
import { Secret } from "@fairlead/env";
import { loadLibrary } from "@fairlead/library";
import { policyNames } from "@fairlead/policy";
import { inject } from "vitest";
import * as z from "zod";
import { adminSession } from "../src/attachment/admin-session.ts";
import { attachCluster } from "../src/attachment/attach-cluster.ts";
import { readCredentials } from "../src/credentials/credentials-file.ts";
import { Session } from "../src/credentials/session.ts";
import { accountsOf } from "../src/delivery/accounts.ts";
import { applyObjects } from "../src/delivery/apply-objects.ts";
import { openDelivery } from "../src/delivery/open-delivery.ts";
import { Transport } from "../src/transport/transport.ts";

const RBAC = "rbac.authorization.k8s.io";
export const RESTRICTED = { "pod-security.kubernetes.io/enforce": "restricted" };
const tokenSchema = z.object({ status: z.object({ token: z.string() }) });
const kubeconfigSchema = z.object({ users: z.tuple([z.object({ user: z.object({ token: z.string() }) })]) });

/** The tests' cluster, or another one, with Fairlead attached, and ways to act in it as everybody who matters. */
export async function attachedCluster(cluster: { kubeconfigPath: string } | undefined = inject("clusters")[0]) {
  if (cluster === undefined) throw new Error("There is no cluster.");
  const folder = mkdtempSync(join(tmpdir(), "fairlead-attachment-"));
  const credentialsFile = join(folder, "dev.json");
  const options = { name: "dev", kubeconfig: cluster.kubeconfigPath, policyNames: policyNames(loadLibrary().policies) };
  const said: string[] = [];
  await attachCluster({ ...options, credentialsFile, log: (line) => said.push(line) });
  const credentials = readCredentials(credentialsFile, "dev");
  const accounts = accountsOf("dev", credentials);
  const admin = await adminSession(options);
  const { server, ca = "" } = credentials;
  const transport = new Transport({ cluster: "dev", server, ca });
  const as = (token: Secret) => new Session(transport, { token: async () => token });
  /** Makes an account with a role in a namespace or in all, and gives its token. */
  const bound = async (name: string, role: string, namespace?: string) => {
    await post(admin.session, "/api/v1/namespaces/default/serviceaccounts", { metadata: { name } });
    const given = binding(namespace ?? "", role, { kind: "ServiceAccount", name, namespace: "default" });
    await (namespace === undefined
      ? post(admin.session, `/apis/${RBAC}/v1/clusterrolebindings`, {
          ...given,
          kind: "ClusterRoleBinding",
          metadata: { name },
        })
      : post(admin.session, bindingsPath(namespace), given));
    const path = `/api/v1/namespaces/default/serviceaccounts/${name}/token`;
    const { status } = tokenSchema.parse(await post(admin.session, path, { spec: { expirationSeconds: 3600 } }));
    return new Secret(status.token);
  };

  return {
    accounts,
    credentialsFile,
    admin: admin.session,
    guard: accounts.guard,
    tokens: as(credentials.tokens.tokens),
    /** What attachment said. */
    said,
    /** A person with the built-in role `edit` in a namespace or in all, as a cluster's admin might give it. */
    async editorOf(namespace?: string): Promise<Session> {
      return as(await bound(`editor-of-${namespace ?? "all"}`, "edit", namespace));
    },
    /** A tool of somebody's with rights of its own in all namespaces. */
    async accountOf(name: string, rules: readonly object[]): Promise<Session> {
      await post(admin.session, `/apis/${RBAC}/v1/clusterroles`, { metadata: { name }, rules });
      return as(await bound(name, name));
    },
    /** The status of a request that the admin makes in somebody else's name. */
    impersonating(
      user: string,
      method: string,
      path: string,
      body: unknown,
    ): Promise<{ status: number; text: string }> {
      const [{ user: me }] = kubeconfigSchema.parse(JSON.parse(readFileSync(cluster.kubeconfigPath, "utf8"))).users;
      return new Promise((resolve, reject) => {
        const headers = {
          authorization: `Bearer ${me.token}`,
          "impersonate-user": user,
          "content-type": method === "PATCH" ? "application/merge-patch+json" : "application/json",
        };
        const outgoing = request(new URL(path, server), { method, ca, headers }, (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (chunk: string) => {
            text += chunk;
          });
          response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
        });
        outgoing.on("error", reject).end(JSON.stringify(body));
      });
    },
    open: (namespace: string, atLeast: bigint, guarded: readonly KubernetesObject[] = guardedOf(namespace)) =>
      openDelivery(accounts, { namespace, guarded, atLeast }),
    apply: (namespace: string, number: bigint, objects: readonly KubernetesObject[]) =>
      applyObjects(accounts, { namespace, number, objects, kinds: [...new Set(objects.map(groupKindOf))] }),
    async stop() {
      rmSync(folder, { recursive: true, force: true });
      await Promise.all([accounts.close(), admin.close(), transport.close()]);
    },
  };
}
export type AttachedCluster = Awaited<ReturnType<typeof attachedCluster>>;

/** What *guard* writes into a namespace. */
export function guardedOf(namespace: string): KubernetesObject[] {
  const service = { "fairlead.dev/service": namespace, "app.kubernetes.io/managed-by": "fairlead" };
  return [
    {
      apiVersion: "v1",
      kind: "Namespace",
      metadata: { name: namespace, labels: { "fairlead.dev/managed": "true", ...service, ...RESTRICTED } },
    },
    binding(namespace, "fairlead-deployer", {
      kind: "ServiceAccount",
      name: namespace,
      namespace: "fairlead-deployers",
    }),
    binding(namespace, "fairlead-guard-namespace", {
      kind: "ServiceAccount",
      name: "guard",
      namespace: "fairlead-system",
    }),
    {
      apiVersion: "v1",
      kind: "ResourceQuota",
      metadata: { name: "fairlead", namespace },
      spec: { hard: { pods: "10" } },
    },
  ];
}

export interface Subject {
  kind: "ServiceAccount" | "Group";
  name: string;
  namespace?: string;
  apiGroup?: string;
}

export function binding(namespace: string, role: string, subject: Subject): KubernetesObject {
  return {
    apiVersion: `${RBAC}/v1`,
    kind: "RoleBinding",
    metadata: { name: role, namespace, labels: { "app.kubernetes.io/managed-by": "fairlead" } },
    roleRef: { apiGroup: RBAC, kind: "ClusterRole", name: role },
    subjects: [subject],
  };
}

export function bindingsPath(namespace: string): string {
  return `/apis/${RBAC}/v1/namespaces/${namespace}/rolebindings`;
}

export function configMap(namespace: string, name: string, labels: Record<string, string> = {}): KubernetesObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name, namespace, labels }, data: { a: "1" } };
}

export const post = (session: Session, path: string, body: unknown) => session.request({ method: "POST", path, body });

export const patch = (session: Session, path: string, body: unknown) =>
  session.request({ method: "PATCH", path, contentType: "application/merge-patch+json", body });

/** An attempt, as what came of it: `done`, or the failure with the words of the refusal. */
export async function attempt(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) =>
      error instanceof Error && "failure" in error
        ? `${String(error.failure)}: ${error.message}`
        : `threw ${String(error)}`,
  );
}
