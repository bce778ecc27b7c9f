import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { applyDocuments, type Deps, policyJudge, referenceOnlyResolver, SYSTEM_ACTOR } from "@fairlead/application";
import type { Actor, TeamRole } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { freshDatabase } from "@fairlead/testing";
import { readYaml } from "@fairlead/yaml";
import { connect, migrate, readers, unitOfWork } from "../src/index.ts";

const EXAMPLE = resolve(import.meta.dirname, "../../../examples/online-boutique");

/** The use cases over a real database, with the platform's documents and the example shop in it. */
export async function startWorld({ shop = true }: { shop?: boolean } = {}) {
  const url = await freshDatabase();
  await migrate(url);
  const database = connect(url, { maxConnections: 5 });
  const library = loadLibrary();
  const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
  const deps: Deps = {
    transact: unitOfWork(database).transact,
    read: readers(database),
    now: () => new Date(),
    digest,
    judge: policyJudge(library.policies, digest),
    images: referenceOnlyResolver,
    defaultProfile: library.profiles.minimal,
    templates: library.templates,
    portalUrl: "https://fairlead.example.com",
  };
  const clusters = ["dev", "prod-eu", "prod-us"].map((name) => document("Cluster", name, {}));
  const platform = [...clusters, ...library.environments, ...library.templates].map((value) => ({ value }));
  await applyDocuments(deps, SYSTEM_ACTOR, { documents: [...platform, ...(shop ? shopDocuments() : [])] });
  return { database, deps, stop: () => database.close() };
}
export type World = Awaited<ReturnType<typeof startWorld>>;

export function shopDocuments(): { value: unknown; where: string }[] {
  const files = readdirSync(EXAMPLE).filter((name) => name.endsWith(".yaml"));
  return files.flatMap((file) =>
    readYaml(readFileSync(join(EXAMPLE, file), "utf8"), { file }).documents.map(({ value }) => ({
      value,
      where: file,
    })),
  );
}

export function document(kind: string, name: string, spec: object, metadata: object = {}) {
  return { apiVersion: "fairlead.dev/v1alpha1", kind, metadata: { name, ...metadata }, spec };
}

/** A small Service, as somebody would declare it. */
export function serviceDocument(name: string, spec: object = {}) {
  return document("Service", name, {
    template: "web-service@1.0.0",
    owner: "shipping-team",
    image: `registry.example.com/test/${name}:v1`,
    ports: [{ name: "http", port: 8080, protocol: "http" }],
    environments: { dev: {} },
    ...spec,
  });
}

/** Somebody with one role in one team, whom the database does not know. */
export function member(team: string, role: TeamRole): Actor {
  return { personId: "", name: "Dana", memberships: [{ team, role }], platformEngineer: false, via: "session" };
}
