import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { connect, migrate } from "@fairlead/db";
import { loadLibrary } from "@fairlead/library";
import { issuePersonaTokens } from "./issue-persona-tokens.ts";
import { loadExamples } from "./load-examples.ts";
import { loadPlatform, type SandboxClusterFacts } from "./load-platform.ts";
import { worldDeps } from "./world-deps.ts";

export interface World {
  home: string;
  portalUrl: string;
  issuer: string;
  clusters: SandboxClusterFacts[];
  /** A folder of declarations to begin with. */
  examples?: string | undefined;
}

/** Brings an empty database to where people can begin: tables, people with tokens, the platform, the example shop. */
export async function loadWorld(databaseUrl: string, world: World): Promise<void> {
  await migrate(databaseUrl);
  const database = connect(databaseUrl, { maxConnections: 4 });
  try {
    const tokens = await issuePersonaTokens(database, world.issuer);
    // Whoever can read this file can act as any of the sandbox's people.
    writeFileSync(join(world.home, "credentials.json"), JSON.stringify({ url: world.portalUrl, tokens }, null, 2), {
      mode: 0o600,
    });
    const library = loadLibrary();
    const deps = worldDeps(database, library, world.portalUrl);
    await loadPlatform(deps, library, world.clusters);
    const [first] = library.environments.toSorted((a, b) => a.spec.order - b.spec.order);
    if (world.examples !== undefined && first !== undefined)
      await loadExamples({ deps, folder: world.examples, home: world.home, environment: first.metadata.name });
  } finally {
    await database.close();
  }
}
