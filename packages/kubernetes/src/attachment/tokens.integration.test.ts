import { statSync } from "node:fs";
import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type AttachedCluster, attachedCluster, attempt, post } from "../../testing/attached-cluster.ts";
import { attachedNames } from "../../testing/attached-names.ts";
import { readCredentials } from "../credentials/credentials-file.ts";
import { describeAttachment } from "./attach-cluster.ts";

const NAMESPACE = "tokens-a";
let cluster: AttachedCluster;

beforeAll(async () => {
  cluster = await attachedCluster();
  await cluster.open(NAMESPACE, 1n);
});
afterAll(() => cluster.stop());

const mint = (session: AttachedCluster["guard"], account: string, expirationSeconds: number) =>
  attempt(
    post(session, `/api/v1/namespaces/${account.replace("/", "/serviceaccounts/")}/token`, {
      spec: { expirationSeconds },
    }),
  );
const DEPLOYER = `fairlead-deployers/${NAMESPACE}`;

test("attachment says what it does, each object with its purpose", () => {
  const described = describeAttachment([]);
  expect(described).toContain("ServiceAccount fairlead-system/reader: Watches and lists.");
  expect(cluster.said.slice(0, described.length)).toEqual(described.map((line) => `dev: ${line}`));
  expect(described.filter((line) => !line.includes(": ") && !/PriorityClass|PolicyBinding/.test(line))).toEqual([]);
});

test("done a second time it changes nothing that is there, and renews the tokens", async () => {
  const before = await attachedNames(cluster.admin);
  const again = await attachedCluster();
  expect(await attachedNames(again.admin)).toEqual(before);
  await again.stop();
});

test("the credentials are their owner's alone, and cannot be shown by mistake", () => {
  expect(statSync(cluster.credentialsFile).mode & 0o777).toBe(0o600);
  const credentials = readCredentials(cluster.credentialsFile, "dev");
  const shown = `${inspect(credentials, { depth: 9 })} ${JSON.stringify(credentials)} ${inspect(cluster.guard, { depth: 9 })}`;
  expect(shown).not.toContain(credentials.tokens.guard.reveal());
});

test("of deployers are minted by their account, for 15 minutes at most", async () => {
  expect(await mint(cluster.tokens, DEPLOYER, 900)).toBe("done");
  expect(await mint(cluster.tokens, DEPLOYER, 3600)).toMatch(/^forbidden: .*15 minutes/);
  expect(await mint(cluster.guard, DEPLOYER, 600)).toMatch(/^forbidden: /);
});

test("of these accounts are for the admin to give", async () => {
  expect(await mint(cluster.tokens, "fairlead-system/guard", 600)).toMatch(/^forbidden: /);
  expect(await mint(cluster.admin, "fairlead-system/guard", 3600)).toBe("done");
});

test("that last forever cannot be made, not even by the admin", async () => {
  const make = (type: string, namespace: string, name: string) => {
    const metadata = { generateName: "attempt-", annotations: { "kubernetes.io/service-account.name": name } };
    return attempt(post(cluster.admin, `/api/v1/namespaces/${namespace}/secrets`, { type, metadata }));
  };
  const LASTING = "kubernetes.io/service-account-token";
  expect(await make(LASTING, "fairlead-deployers", NAMESPACE)).toMatch(/^forbidden: .*no lasting tokens/);
  expect(await make(LASTING, "fairlead-system", "guard")).toMatch(/^forbidden: .*no lasting tokens/);
  expect(await make("Opaque", "fairlead-deployers", NAMESPACE)).toBe("done");
});

test("Fairlead's accounts cannot be worn by somebody who may impersonate", async () => {
  const path = "/api/v1/namespaces/default/configmaps";
  const body = { metadata: { generateName: "attempt-" } };
  const make = (user: string) => cluster.impersonating(user, "POST", path, body);
  expect(await make("system:serviceaccount:fairlead-system:guard")).toMatchObject({ status: 403 });
  // A namespace that guard itself may make: only how it was signed in speaks against it.
  const labels = { "fairlead.dev/managed": "true", "pod-security.kubernetes.io/enforce": "restricted" };
  const namespaces = { metadata: { name: "impersonated", labels } };
  const answer = await cluster.impersonating(
    "system:serviceaccount:fairlead-system:guard",
    "POST",
    "/api/v1/namespaces",
    namespaces,
  );
  expect(answer).toMatchObject({ status: 403, text: expect.stringContaining("only with a token from TokenRequest") });
});

test("no pod runs as one of them, not even for whoever may run pods everywhere", async () => {
  const editor = await cluster.editorOf();
  const run = (session: AttachedCluster["guard"], namespace: string, serviceAccountName: string) => {
    const securityContext = {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ["ALL"] },
      runAsNonRoot: true,
      seccompProfile: { type: "RuntimeDefault" },
    };
    const container = { name: "c", image: "registry.example.com/c:v1", securityContext };
    const pod = {
      metadata: { generateName: "attempt-" },
      spec: { serviceAccountName, containers: [container] },
    };
    return attempt(post(session, `/api/v1/namespaces/${namespace}/pods?dryRun=All`, pod));
  };
  await expect.poll(() => run(editor, "default", "editor-of-all"), { timeout: 5000 }).toBe("done");
  for (const account of ["guard", "tokens", "reader", "backup", "policy"]) {
    expect(await run(editor, "fairlead-system", account)).toMatch(/^forbidden: .*no pod runs here/);
  }
  expect(await run(editor, "fairlead-deployers", NAMESPACE)).toMatch(/^forbidden: .*no pod runs here/);
  expect(await run(cluster.admin, "fairlead-system", "guard")).toMatch(/^forbidden: .*no pod runs here/);
});
