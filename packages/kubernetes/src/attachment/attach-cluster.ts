import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import { ACCOUNTS, writeCredentials } from "../credentials/credentials-file.ts";
import type { Session } from "../credentials/session.ts";
import { ResourcePaths } from "../discovery/resource-paths.ts";
import { waitUntil } from "../wait-until.ts";
import { adminSession } from "./admin-session.ts";
import { attachmentManifests } from "./attachment-manifests.ts";

export interface AttachOptions {
  /** The cluster's name in Fairlead. */
  name: string;
  kubeconfig: string;
  /** The kubeconfig's current one if left out. */
  context?: string;
  /** Where the accounts' tokens are written, for their owner alone. */
  credentialsFile: string;
  /** How long the accounts' tokens live; a cluster may grant less. */
  tokenSeconds?: number;
  log(line: string): void;
}

const MANAGER = "fairlead-attachment";
const YEAR_SECONDS = 365 * 86_400;
const tokenSchema = z.object({ status: z.object({ token: z.string(), expirationTimestamp: z.string() }) });

/** What attachment will do, in words, before it is done. */
export function describeAttachment(): string[] {
  return attachmentManifests().map(
    ({ kind, metadata }) =>
      `${kind} ${metadata.namespace === undefined ? "" : `${metadata.namespace}/`}${metadata.name}`,
  );
}

/**
 * Installs what Fairlead needs in a cluster, as its admin, and takes tokens of the three accounts. Doing it again
 * brings everything up to date and renews the tokens. Nothing holds cluster-admin afterwards.
 */
export async function attachCluster(options: AttachOptions): Promise<void> {
  const admin = await adminSession(options);
  try {
    const paths = new ResourcePaths();
    for (const object of attachmentManifests()) await applyAsAdmin(admin.session, paths, object);
    options.log(`${options.name}: ${describeAttachment().length} objects are in place`);
    const accounts = await takeTokens(admin.session, options.tokenSeconds ?? YEAR_SECONDS);
    await guardsHold(admin.session);
    writeCredentials(options.credentialsFile, {
      server: admin.server,
      caData: Buffer.from(admin.ca).toString("base64"),
      accounts,
    });
    options.log(`${options.name}: the accounts' tokens are in ${options.credentialsFile}`);
  } finally {
    await admin.close();
  }
}

async function applyAsAdmin(session: Session, paths: ResourcePaths, object: KubernetesObject): Promise<void> {
  await session.request({
    method: "PATCH",
    path: await paths.object(session, object),
    query: { fieldManager: MANAGER, force: "true", fieldValidation: "Strict" },
    contentType: "application/apply-patch+yaml",
    body: object,
  });
}

async function takeTokens(session: Session, expirationSeconds: number) {
  const take = async (account: string) => {
    const answer = await session.request({
      method: "POST",
      path: `/api/v1/namespaces/fairlead-system/serviceaccounts/${account}/token`,
      body: { apiVersion: "authentication.k8s.io/v1", kind: "TokenRequest", spec: { expirationSeconds } },
    });
    const { status } = tokenSchema.parse(answer);
    return { token: status.token, expiresAt: new Date(status.expirationTimestamp).toISOString() };
  };
  const [guard, tokens, reader] = await Promise.all(ACCOUNTS.map(take));
  if (guard === undefined || tokens === undefined || reader === undefined)
    throw new Error("The cluster gave no tokens.");
  return { guard, tokens, reader };
}

/** A new policy takes about a second to work: attachment is done when one of them refuses what it must. */
async function guardsHold(session: Session): Promise<void> {
  const secret = {
    apiVersion: "v1",
    kind: "Secret",
    type: "kubernetes.io/service-account-token",
    metadata: { generateName: "probe-", annotations: { "kubernetes.io/service-account.name": "guard" } },
  };
  await waitUntil(
    async () => {
      const outcome = await session
        .request({
          method: "POST",
          path: "/api/v1/namespaces/fairlead-system/secrets",
          query: { dryRun: "All" },
          body: secret,
        })
        .then(() => "accepted")
        .catch((error: unknown) => error);
      return outcome instanceof Error && outcome.message.includes("no lasting tokens here");
    },
    { what: "The guard policies", timeoutMs: 30_000 },
  );
}
