import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import type { Session } from "../credentials/session.ts";
import { findObject } from "../find-object.ts";
import { readList } from "../read-object.ts";
import { MANAGED_LABEL } from "./labels.ts";

const PREFIX = "exceptions.fairlead.dev/";
/** Apart from what deliveries apply, so that neither takes away what the other wrote. */
const MANAGER = "fairlead-exceptions";
const ATTEMPTS = 5;
/** Namespaces in one answer; an API server takes what it gives in one piece out of memory. */
const PAGE = 500;

/** Makes a managed namespace's labels let it off exactly these policies, whoever set the ones that are there. */
export async function labelExceptions(
  guard: Session,
  { namespace, policies }: { namespace: string; policies: readonly string[] },
): Promise<boolean> {
  const path = `/api/v1/namespaces/${namespace}`;
  for (let attempt = 1; ; attempt += 1) {
    const found = await findObject(guard, path);
    if (found === undefined || found.metadata.labels?.[MANAGED_LABEL] !== "true") return false;
    const labels = changeOf(found, policies);
    if (Object.keys(labels).length === 0) return true;
    const { resourceVersion } = found.metadata;
    try {
      await guard.request({
        method: "PATCH",
        path,
        query: { fieldManager: MANAGER },
        contentType: "application/merge-patch+json",
        body: { metadata: { labels, resourceVersion } },
      });
      return true;
    } catch (error) {
      // Somebody else wrote between looking and writing: look again.
      if (!(error instanceof ClusterError && error.failure === "conflict") || attempt === ATTEMPTS) throw error;
    }
  }
}

/** As a merge patch: `null` takes away. */
function changeOf(found: KubernetesObject, policies: readonly string[]): Record<string, string | null> {
  const { labels = {} } = found.metadata;
  const wanted = policies.map((policy) => `${PREFIX}${policy}`);
  const gone = Object.keys(labels).filter((key) => key.startsWith(PREFIX) && !wanted.includes(key));
  return {
    ...Object.fromEntries(gone.map((key) => [key, null])),
    ...Object.fromEntries(wanted.filter((key) => labels[key] !== "true").map((key) => [key, "true"])),
  };
}

/** The policies that each managed namespace is let off, by namespace. */
export async function exceptionLabels(reader: Session): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  let more: string | undefined;
  do {
    const query = { labelSelector: `${MANAGED_LABEL}=true`, limit: String(PAGE), ...(more ? { continue: more } : {}) };
    const { items, continueToken } = readList(
      await reader.request({ method: "GET", path: "/api/v1/namespaces", query }),
    );
    for (const { metadata } of items) {
      const policies = Object.keys(metadata.labels ?? {})
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length));
      if (policies.length > 0) found.set(metadata.name, policies.sort());
    }
    more = continueToken;
  } while (more !== undefined);
  return found;
}
