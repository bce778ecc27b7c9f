import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readYaml } from "@fairlead/yaml";
import * as z from "zod";
import { DATA_FOLDER } from "../data-folder.ts";
import type { ClusterAdmin } from "./cluster-admin.ts";
import { type OwnCluster, startOwnCluster } from "./own-cluster.ts";

const CRDS = join(DATA_FOLDER, "crds");

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

/** A real cluster of the test's own that serves the kinds of the usual add-ons. Nobody acts on their objects. */
export async function startAddOnCluster(kinds: readonly string[]): Promise<OwnCluster> {
  const definitions = definitionsOf(kinds);
  const cluster = await startOwnCluster("add-ons");
  try {
    await Promise.all(definitions.map((definition) => install(cluster.admin, definition)));
    return cluster;
  } catch (error) {
    await cluster.stop();
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
