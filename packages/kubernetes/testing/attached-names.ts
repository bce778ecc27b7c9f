import type { Session } from "../src/credentials/session.ts";
import { readList } from "../src/read-object.ts";

const COLLECTIONS = [
  "/apis/rbac.authorization.k8s.io/v1/clusterroles",
  "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
  "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies",
  "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings",
  "/apis/scheduling.k8s.io/v1/priorityclasses",
  "/api/v1/namespaces/fairlead-system/serviceaccounts",
];

/** What attachment put there, with its generation or version: the same where nothing was written. */
export async function attachedNames(admin: Session): Promise<string[]> {
  const lists = await Promise.all(COLLECTIONS.map((path) => admin.request({ method: "GET", path })));
  return (
    lists
      .flatMap((list) => readList(list).items)
      // Policies for workloads come later, and not from attachment.
      .filter(({ metadata: { labels } }) => labels?.["policies.fairlead.dev/policy"] === undefined)
      .filter(({ metadata: { name, namespace } }) => name.startsWith("fairlead") || namespace === "fairlead-system")
      .map(({ kind, metadata }) => `${kind} ${metadata.name} ${metadata.generation ?? metadata.resourceVersion}`)
      .sort()
  );
}
