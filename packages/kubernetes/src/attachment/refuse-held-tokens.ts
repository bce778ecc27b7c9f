import type { Session } from "../credentials/session.ts";
import { readList } from "../read-object.ts";

const NAMESPACES = ["fairlead-system", "fairlead-deployers"];
const LASTING = "kubernetes.io/service-account-token";

/**
 * Guards judge what is written, not what is there: a pod or a lasting token from before they held would keep the rights
 * of an account that somebody else may use.
 */
export async function refuseHeldTokens(admin: Session): Promise<void> {
  const list = async (namespace: string, resource: string, query: Record<string, string> = {}) => {
    const path = `/api/v1/namespaces/${namespace}/${resource}`;
    const { items } = readList(await admin.request({ method: "GET", path, query }));
    return items.map(({ metadata }) => `${resource} ${metadata.name} in ${namespace}`);
  };
  const held = await Promise.all(
    NAMESPACES.flatMap((namespace) => [
      list(namespace, "pods"),
      list(namespace, "secrets", { fieldSelector: `type=${LASTING}` }),
    ]),
  );
  const found = held.flat();
  if (found.length === 0) return;
  throw new Error(
    `${admin.cluster}: somebody holds tokens of Fairlead's accounts from before they were guarded, by ${found.join(", ")}. ` +
      "Find out who made them, delete them, and attach again.",
  );
}
