import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type ApiContext, handleRest, REST_ROUTES } from "@fairlead/api";
import { applyDocuments, type Deps, policyJudge, referenceOnlyResolver, SYSTEM_ACTOR } from "@fairlead/application";
import { type ActorDeps, findTokenActor, newApiToken } from "@fairlead/auth";
import { accountStore, changeFeed, connect, idempotencyStore, migrate, readers, unitOfWork } from "@fairlead/db";
import { loadLibrary } from "@fairlead/library";
import { readYaml } from "@fairlead/yaml";
import { freshDatabase } from "./fresh-database.ts";

const EXAMPLE = resolve(import.meta.dirname, "../../../../examples/online-boutique");

const PEOPLE = {
  developer: { name: "Dana", groups: ["shipping-team", "shipping-team-maintainers", "storefront-team"] },
  platform: { name: "Pat", groups: ["platform-engineers"] },
  oncall: { name: "Omar", groups: [] },
} as const;
export type WorldPerson = keyof typeof PEOPLE;

/** The API over a real database with the example shop in it, without HTTP. */
export async function startApiWorld() {
  const url = await freshDatabase();
  await migrate(url);
  const database = connect(url, { maxConnections: 5 });
  const changes = changeFeed(url);
  const library = loadLibrary();
  const digest = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
  const deps: Deps = {
    transact: unitOfWork(database).transact,
    read: readers(database),
    now: () => new Date(),
    digest,
    judge: policyJudge(library.policies, digest),
    images: referenceOnlyResolver,
    defaultProfile: library.profiles.full,
    templates: library.templates,
    portalUrl: "http://portal.test",
  };
  const clusters = ["dev", "prod-eu", "prod-us"].map((name) => ({
    apiVersion: "fairlead.dev/v1alpha1",
    kind: "Cluster",
    metadata: { name },
    spec: { simulated: true },
  }));
  const documents = [...clusters, ...library.environments, ...library.templates, ...exampleDocuments()];
  await applyDocuments(deps, SYSTEM_ACTOR, { documents: documents.map((value) => ({ value })) });

  const store = accountStore(database);
  const later = new Date("2999-01-01");
  const issue = async (person: WorldPerson) => {
    const identity = { issuer: "http://identity.test", subject: person, ...PEOPLE[person] };
    const { personId } = await store.savePerson(identity);
    const { token, hash, prefix } = newApiToken();
    await store.createApiToken({ hash, prefix, name: "test", personId, expiresAt: later });
    // Its first use is written down, which would look like a change to a test that watches the database.
    await store.findAccountByApiToken(hash, new Date());
    return { personId, token };
  };
  const people = {
    developer: await issue("developer"),
    platform: await issue("platform"),
    oncall: await issue("oncall"),
  } satisfies Record<WorldPerson, unknown>;
  const actors: ActorDeps = {
    store,
    portalUrl: "http://portal.test",
    platformGroups: ["platform-engineers"],
    now: () => new Date(),
  };
  const shutdown = new AbortController();
  const internal: unknown[] = [];
  const monitor: ApiContext["monitor"] = {
    internal: (error) => void internal.push(error.cause),
    served: () => {},
    watching: () => () => {},
  };
  const contextOf = async (headers: Headers): Promise<ApiContext> => ({
    actor: await findTokenActor(actors, headers),
    deps,
    changes,
    monitor,
    newApiToken,
    shutdown: shutdown.signal,
  });
  const bearer = (person: WorldPerson) => new Headers({ authorization: `Bearer ${people[person].token}` });
  const restDeps = { routes: REST_ROUTES, idempotency: idempotencyStore(database), monitor, context: contextOf };

  return {
    database,
    deps,
    shutdown,
    /** What was logged as our own mistake. */
    internal,
    context: (person: WorldPerson) => contextOf(bearer(person)),
    people,
    /** Gives somebody a session, as signing in does. */
    signIn: (person: WorldPerson) =>
      store.createSession({ tokenHash: newApiToken().hash, personId: people[person].personId, expiresAt: later }),
    /** Answers a request to /api/v1 as the portal does. */
    answer: (request: Request) => handleRest(restDeps, request),
    rest(person: WorldPerson, path: string, init: RequestInit = {}) {
      const headers = new Headers({ ...Object.fromEntries(bearer(person)), "content-type": "application/json" });
      new Headers(init.headers).forEach((value, name) => {
        headers.set(name, value);
      });
      return handleRest(restDeps, new Request(`http://portal.test/api/v1${path}`, { ...init, headers }));
    },
    async stop() {
      shutdown.abort();
      await changes.close();
      await database.close();
    },
  };
}
export type ApiWorld = Awaited<ReturnType<typeof startApiWorld>>;

/** The shop's documents, as they lie in the repository. */
export function exampleDocuments(): unknown[] {
  const files = readdirSync(EXAMPLE).filter((name) => name.endsWith(".yaml"));
  return files.flatMap((name) =>
    readYaml(readFileSync(join(EXAMPLE, name), "utf8")).documents.map(({ value }) => value),
  );
}
