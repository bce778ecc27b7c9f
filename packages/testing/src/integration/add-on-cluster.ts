import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readSandboxEnv } from "@fairlead/env";
import { ProcessRecord, startControlPlane } from "@fairlead/sandbox";
import { readYaml } from "@fairlead/yaml";
import * as z from "zod";
import { type ClusterAdmin, clusterAdmin } from "./cluster-admin.ts";

const CRDS = join(process.env.FAIRLEAD_DATA ?? join(import.meta.dirname, "../../../../../shared/data"), "crds");

/** Whether the definitions of the usual add-ons are at FAIRLEAD_DATA. */
export const hasAddOns = existsSync(join(CRDS, "index.yaml"));

const indexSchema = z.array(z.object({ kind: z.string(), file: z.string() }));
const definitionSchema = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z.looseObject({
    group: z.string(),
    names: z.looseObject({ plural: z.string() }),
    versions: z.array(z.looseObject({ name: z.string(), served: z.boolean() })),
  }),
});
/** The largest definition has 1.5 MB. */
const LIMITS = { maxBytes: 2 ** 24, maxNodes: 2_000_000 };
/** From the definition's creation until its kind is served: a second or two. */
const PATIENCE = { tries: 300, everyMs: 100 };

export interface AddOnCluster {
  kubeconfigPath: string;
  admin: ClusterAdmin;
  stop(): Promise<void>;
}

/** A real cluster of the test's own that serves the kinds of the usual add-ons. Nobody acts on their objects. */
export async function startAddOnCluster(kinds: readonly string[]): Promise<AddOnCluster> {
  const home = mkdtempSync(join(tmpdir(), "fairlead-add-ons-"));
  const { kubeBin, cache } = readSandboxEnv({ ...process.env, FAIRLEAD_HOME: home });
  const record = new ProcessRecord(home);
  const controlPlane = await startControlPlane({ home, record, clusters: ["add-ons"], bin: kubeBin, cache });
  const stop = async () => {
    await controlPlane.stop();
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const [cluster] = controlPlane.clusters;
    if (cluster === undefined) throw new Error("There is no cluster.");
    const admin = clusterAdmin(cluster.kubeconfigPath);
    await Promise.all(definitionsOf(kinds).map((definition) => install(admin, definition)));
    return { kubeconfigPath: cluster.kubeconfigPath, admin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Definition = z.infer<typeof definitionSchema>;

function definitionsOf(kinds: readonly string[]): Definition[] {
  const index = indexSchema.parse(readOne(join(CRDS, "index.yaml")));
  const missing = kinds.filter((kind) => index.every((entry) => entry.kind !== kind));
  if (missing.length > 0) throw new Error(`FAIRLEAD_DATA has no definition of ${missing.join(", ")}.`);
  return index
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ file }) => definitionSchema.parse(readOne(join(CRDS, "..", file))));
}

async function install(admin: ClusterAdmin, definition: Definition): Promise<void> {
  const { status, message } = await admin(
    "POST",
    "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
    definition,
  );
  if (status !== 201) throw new Error(message);
  const { group, names, versions } = definition.spec;
  for (const { name } of versions.filter(({ served }) => served)) {
    await untilServed(admin, `/apis/${group}/${name}/${names.plural}`);
  }
}

async function untilServed(admin: ClusterAdmin, path: string): Promise<void> {
  for (let tries = 0; tries < PATIENCE.tries; tries++) {
    if ((await admin("GET", path)).status === 200) return;
    await sleep(PATIENCE.everyMs);
  }
  throw new Error(`${path} was not served in time.`);
}

function readOne(file: string): unknown {
  const { documents, problems } = readYaml(readFileSync(file, "utf8"), { file, ...LIMITS });
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`${file}:${problem.line} ${problem.reason}`);
  return documents[0]?.value;
}
