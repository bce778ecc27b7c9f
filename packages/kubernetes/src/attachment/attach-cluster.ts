import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import { applyObject } from "../apply-object.ts";
import { writeCredentials } from "../credentials/credentials-file.ts";
import type { Session } from "../credentials/session.ts";
import { ResourcePaths } from "../discovery/resource-paths.ts";
import { type AdminOptions, adminSession } from "./admin-session.ts";
import { attachmentManifests } from "./attachment-manifests.ts";
import { refuseHeldTokens } from "./refuse-held-tokens.ts";
import { takeTokens } from "./take-tokens.ts";
import { untilGuardsHold } from "./until-guards-hold.ts";

export interface AttachOptions extends AdminOptions {
  /** Where the accounts' tokens are written, for their owner alone. */
  credentialsFile: string;
  /** The admission policies that the account *policy* may change; without, the admin applies policies, and there is no such account. */
  policyNames?: readonly string[];
  /** How long the accounts' tokens live; a cluster may grant less. */
  tokenSeconds?: number;
  log(line: string): void;
}

const MANAGER = "fairlead-attachment";
const YEAR_SECONDS = 365 * 86_400;
/** Before that, policies that judge requests are not what these are. */
const OLDEST_MINOR = 33;
const versionSchema = z.object({ major: z.string(), minor: z.string(), gitVersion: z.string() });

/** What attachment puts into a cluster, in words, before it is done. */
export function describeAttachment(policyNames?: readonly string[]): string[] {
  return attachmentManifests(policyNames).map(describe);
}

/**
 * Installs what Fairlead needs in a cluster, as its admin, and takes tokens of its accounts. Doing it again
 * brings everything up to date and renews the tokens. Nothing holds cluster-admin afterwards.
 */
export async function attachCluster(options: AttachOptions): Promise<void> {
  const { name, log, credentialsFile, policyNames } = options;
  const { session, close, ...endpoint } = await adminSession(options);
  try {
    await refuseOld(session);
    const paths = new ResourcePaths();
    for (const object of attachmentManifests(policyNames)) {
      await applyObject(session, await paths.object(session, object), object, { fieldManager: MANAGER });
      log(`${name}: ${describe(object)}`);
    }
    await untilGuardsHold(session);
    await refuseHeldTokens(session);
    log(`${name}: the guard policies hold`);
    const { ca, ...address } = endpoint;
    const seconds = options.tokenSeconds ?? YEAR_SECONDS;
    const accounts = await takeTokens(session, seconds, { policy: policyNames !== undefined });
    writeCredentials(credentialsFile, {
      ...address,
      ...(ca === undefined ? {} : { caData: Buffer.from(ca).toString("base64") }),
      accounts,
    });
    log(`${name}: the tokens of the accounts ${Object.keys(accounts).join(", ")} are in ${credentialsFile}`);
  } finally {
    await close();
  }
}

function describe({ kind, metadata }: KubernetesObject): string {
  const { name, namespace, annotations = {} } = metadata;
  const what = `${kind} ${namespace === undefined ? "" : `${namespace}/`}${name}`;
  const why = annotations["kubernetes.io/description"];
  return why === undefined ? what : `${what}: ${why}`;
}

async function refuseOld(session: Session): Promise<void> {
  const { major, minor, gitVersion } = versionSchema.parse(await session.request({ method: "GET", path: "/version" }));
  if (Number(major) === 1 && Number.parseInt(minor, 10) < OLDEST_MINOR)
    throw new Error(`${session.cluster} runs Kubernetes ${gitVersion}. Fairlead needs 1.${OLDEST_MINOR} or later.`);
}
