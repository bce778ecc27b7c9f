import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { readCredentials } from "../credentials/credentials-file.ts";
import { Session } from "../credentials/session.ts";
import { type Accounts, accountsOf } from "../delivery/accounts.ts";
import { applyObjects } from "../delivery/apply-objects.ts";
import { openDelivery } from "../delivery/open-delivery.ts";
import { pruneObjects } from "../delivery/prune-objects.ts";
import { Transport } from "../transport/transport.ts";
import { type AdminAccess, adminSession } from "./admin-session.ts";
import { attachCluster } from "./attach-cluster.ts";

const folder = mkdtempSync(join(tmpdir(), "fairlead-attachment-"));
const file = join(folder, "dev.json");
const NAMESPACE = "attachment-a";
const OTHER = "attachment-b";

let accounts: Accounts;
let admin: AdminAccess;
let tokens: Session;

const restricted = { "pod-security.kubernetes.io/enforce": "restricted" };
const guardedOf = (namespace: string) => [
  {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: namespace, labels: { "fairlead.dev/managed": "true", ...restricted } },
  },
  binding(namespace, "fairlead-deployer", { kind: "ServiceAccount", name: namespace, namespace: "fairlead-deployers" }),
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
const configMap = (name: string, labels: Record<string, string> = {}) => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name, namespace: NAMESPACE, labels },
  data: { a: "1" },
});

function binding(namespace: string, role: string, subject: object) {
  const group = "rbac.authorization.k8s.io";
  return {
    apiVersion: `${group}/v1`,
    kind: "RoleBinding",
    metadata: { name: role, namespace },
    roleRef: { apiGroup: group, kind: "ClusterRole", name: role },
    subjects: [subject],
  };
}

/** An attempt, as what came of it: `done`, or the failure with the words of the refusal. */
async function attempt(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "done",
    (error: unknown) =>
      error instanceof Error && "failure" in error
        ? `${String(error.failure)}: ${error.message}`
        : `threw ${String(error)}`,
  );
}

const post = (session: Session, path: string, body: unknown) => session.request({ method: "POST", path, body });
const patch = (session: Session, path: string, body: unknown) =>
  session.request({ method: "PATCH", path, contentType: "application/merge-patch+json", body });
const put = (session: Session, object: { metadata: { name: string } }) =>
  session.request({
    method: "PATCH",
    path: `/api/v1/namespaces/${NAMESPACE}/configmaps/${object.metadata.name}`,
    query: { fieldManager: "fairlead", force: "true" },
    contentType: "application/apply-patch+yaml",
    body: object,
  });

let number = 0n;

beforeAll(async () => {
  const [cluster] = inject("clusters");
  if (cluster === undefined) throw new Error("no cluster");
  const options = { name: "dev", kubeconfig: cluster.kubeconfigPath, credentialsFile: file, log: () => {} };
  await attachCluster(options);
  // A second time: nothing is in the way.
  await attachCluster(options);
  const credentials = readCredentials(file, "dev");
  accounts = accountsOf("dev", credentials);
  admin = await adminSession({ name: "dev", kubeconfig: cluster.kubeconfigPath });
  tokens = new Session(
    new Transport({ cluster: "dev", server: credentials.server, ca: credentials.ca }),
    async () => credentials.tokens.tokens,
  );
  number = await openDelivery(accounts, { namespace: NAMESPACE, guarded: guardedOf(NAMESPACE), atLeast: 5n });
  await openDelivery(accounts, { namespace: OTHER, guarded: guardedOf(OTHER), atLeast: 1n });
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await accounts.close();
  await admin.close();
});

describe("guard", () => {
  test("makes a managed namespace with its fence", () => {
    expect(number).toBe(5n);
  });

  test("cannot relabel a namespace that is not Fairlead's", async () => {
    expect(
      await attempt(
        patch(accounts.guard, "/api/v1/namespaces/kube-system", {
          metadata: { labels: { "fairlead.dev/managed": "true" } },
        }),
      ),
    ).toMatch(/^forbidden: .*managed/);
    expect(
      await attempt(patch(accounts.guard, "/api/v1/namespaces/kube-system", { metadata: { labels: { x: "y" } } })),
    ).toMatch(/^forbidden: .*guard touches managed namespaces only/);
    expect(
      await attempt(patch(accounts.guard, `/api/v1/namespaces/${NAMESPACE}`, { metadata: { labels: { x: "y" } } })),
    ).toBe("done");
  });

  test("cannot make a namespace with a reserved name, or one without Pod Security", async () => {
    const make = (name: string, labels: Record<string, string>) =>
      attempt(post(accounts.guard, "/api/v1/namespaces", { metadata: { name, labels } }));
    expect(await make("kube-extra", { "fairlead.dev/managed": "true", ...restricted })).toMatch(
      /^forbidden: .*reserved/,
    );
    expect(await make("attachment-c", { "fairlead.dev/managed": "true" })).toMatch(/^forbidden: .*restricted/);
    expect(await make("attachment-c", { ...restricted })).toMatch(/^forbidden: /);
  });

  test("cannot adopt a namespace that is there already", async () => {
    await post(admin.session, "/api/v1/namespaces", { metadata: { name: "somebody-elses" } });
    const guarded = guardedOf("somebody-elses");
    expect(await attempt(openDelivery(accounts, { namespace: "somebody-elses", guarded, atLeast: 1n }))).toMatch(
      /^forbidden: .*not Fairlead's/,
    );
  });

  test("binds a fixed role to its own subject in a managed namespace only", async () => {
    const bind = (namespace: string, role: string, subject: object) =>
      attempt(
        post(accounts.guard, `/apis/rbac.authorization.k8s.io/v1/namespaces/${namespace}/rolebindings`, {
          ...binding(namespace, role, subject),
          metadata: { name: "attempt" },
        }),
      );
    const deployer = { kind: "ServiceAccount", name: "kube-system", namespace: "fairlead-deployers" };
    expect(await bind("kube-system", "fairlead-deployer", deployer)).toMatch(/^forbidden: .*managed namespaces only/);
    expect(
      await bind(NAMESPACE, "fairlead-deployer", {
        kind: "ServiceAccount",
        name: OTHER,
        namespace: "fairlead-deployers",
      }),
    ).toMatch(/^forbidden: .*own kind of subject/);
    expect(
      await bind(NAMESPACE, "cluster-admin", { kind: "ServiceAccount", name: "guard", namespace: "fairlead-system" }),
    ).toMatch(/^forbidden: /);
    expect(
      await bind(NAMESPACE, "fairlead-team", {
        kind: "Group",
        apiGroup: "rbac.authorization.k8s.io",
        name: "system:authenticated",
      }),
    ).toMatch(/^forbidden: /);
    expect(
      await bind(NAMESPACE, "fairlead-team", {
        kind: "Group",
        apiGroup: "rbac.authorization.k8s.io",
        name: "checkout-team",
      }),
    ).toBe("done");
  });

  test("cannot mint a deployer's token", async () => {
    const body = { spec: { expirationSeconds: 600 } };
    const path = `/api/v1/namespaces/fairlead-deployers/serviceaccounts/${NAMESPACE}/token`;
    expect(await attempt(post(accounts.guard, path, body))).toMatch(/^forbidden: /);
    expect(await attempt(post(tokens, path, body))).toBe("done");
  });

  test("cannot lower the fence", async () => {
    expect(
      await attempt(
        patch(accounts.guard, `/api/v1/namespaces/${NAMESPACE}`, {
          metadata: { labels: { "fairlead.dev/delivery": "1" } },
        }),
      ),
    ).toMatch(/^forbidden: .*never goes down/);
  });

  test("cannot delete a namespace that was not marked", async () => {
    expect(await attempt(accounts.guard.request({ method: "DELETE", path: `/api/v1/namespaces/${OTHER}` }))).toMatch(
      /^forbidden: .*decommission/,
    );
  });
});

describe("tokens", () => {
  test("are granted for 15 minutes at most", async () => {
    const path = `/api/v1/namespaces/fairlead-deployers/serviceaccounts/${NAMESPACE}/token`;
    expect(await attempt(post(tokens, path, { spec: { expirationSeconds: 3600 } }))).toMatch(
      /^forbidden: .*15 minutes/,
    );
  });

  test("cannot become guard", async () => {
    expect(
      await attempt(
        post(tokens, "/api/v1/namespaces/fairlead-system/serviceaccounts/guard/token", {
          spec: { expirationSeconds: 600 },
        }),
      ),
    ).toMatch(/^forbidden: /);
  });

  test("that last forever cannot be made, not even by the admin", async () => {
    const secret = {
      type: "kubernetes.io/service-account-token",
      metadata: { name: "lasting", annotations: { "kubernetes.io/service-account.name": NAMESPACE } },
    };
    expect(await attempt(post(admin.session, "/api/v1/namespaces/fairlead-deployers/secrets", secret))).toMatch(
      /^forbidden: .*no lasting tokens/,
    );
  });
});

describe("a deployer", () => {
  test("writes what carries exactly the namespace's number", async () => {
    const deployer = accounts.deployer(NAMESPACE);
    await applyObjects(accounts, { namespace: NAMESPACE, number, objects: [configMap("of-a-delivery")] });
    expect(await attempt(put(deployer, configMap("of-a-delivery", { "fairlead.dev/delivery": "4" })))).toMatch(
      /^stale: .*stale delivery/,
    );
    expect(await attempt(put(deployer, configMap("of-a-delivery", { "fairlead.dev/delivery": "999999" })))).toMatch(
      /^stale: .*stale delivery/,
    );
    expect(await attempt(put(deployer, configMap("another")))).toMatch(/^forbidden: .*with its number only/);
    expect(await attempt(put(deployer, configMap("another", { "fairlead.dev/delivery": String(number) })))).toBe(
      "done",
    );
  });

  test("does not touch what somebody made by hand", async () => {
    await post(admin.session, `/api/v1/namespaces/${NAMESPACE}/configmaps`, {
      metadata: { name: "by-hand" },
      data: {},
    });
    expect(
      await attempt(
        put(accounts.deployer(NAMESPACE), configMap("by-hand", { "fairlead.dev/delivery": String(number) })),
      ),
    ).toMatch(/^forbidden: .*not Fairlead's/);
    const apply = applyObjects(accounts, { namespace: NAMESPACE, number, objects: [configMap("by-hand")] });
    expect(await attempt(apply)).toMatch(/^forbidden: ConfigMap by-hand is there already/);
  });

  test("writes no bindings, no quotas, and nothing elsewhere", async () => {
    const deployer = accounts.deployer(NAMESPACE);
    const subject = { kind: "ServiceAccount", name: NAMESPACE, namespace: "fairlead-deployers" };
    expect(
      await attempt(
        post(
          deployer,
          `/apis/rbac.authorization.k8s.io/v1/namespaces/${NAMESPACE}/rolebindings`,
          binding(NAMESPACE, "fairlead-team", subject),
        ),
      ),
    ).toMatch(/^forbidden: /);
    expect(
      await attempt(
        patch(deployer, `/api/v1/namespaces/${NAMESPACE}/resourcequotas/fairlead`, { spec: { hard: { pods: "999" } } }),
      ),
    ).toMatch(/^forbidden: /);
    expect(
      await attempt(
        post(deployer, `/api/v1/namespaces/${OTHER}/configmaps`, {
          metadata: { name: "x", labels: { "fairlead.dev/delivery": "1" } },
        }),
      ),
    ).toMatch(/^forbidden: /);
  });

  test("deletes only what it marked, with uid and resourceVersion", async () => {
    const deployer = accounts.deployer(NAMESPACE);
    const path = `/api/v1/namespaces/${NAMESPACE}/configmaps/of-a-delivery`;
    expect(await attempt(deployer.request({ method: "DELETE", path }))).toMatch(
      /^forbidden: .*uid and resourceVersion/,
    );
    const next = await openDelivery(accounts, { namespace: NAMESPACE, guarded: guardedOf(NAMESPACE), atLeast: 6n });
    const keep = [configMap("kept")];
    await applyObjects(accounts, { namespace: NAMESPACE, number: next, objects: keep });
    const gone = await pruneObjects(accounts, { namespace: NAMESPACE, number: next, kinds: ["ConfigMap."], keep });
    expect(gone).toEqual(["ConfigMap of-a-delivery"]);
    expect(
      await attempt(deployer.request({ method: "GET", path: `/api/v1/namespaces/${NAMESPACE}/configmaps/kept` })),
    ).toBe("done");
  });
});

test("nobody else writes delivery numbers, whatever their rights in the namespace", async () => {
  const path = `/api/v1/namespaces/${NAMESPACE}/configmaps`;
  const body = { metadata: { name: "foreign", labels: { "fairlead.dev/delivery": "6" } } };
  const impersonated = post(accounts.guard, path, body);
  expect(await attempt(impersonated)).toMatch(/^forbidden: /);
});
