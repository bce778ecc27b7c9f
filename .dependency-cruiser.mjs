// Who may import whom. Each rule says why; `npm run boundaries` holds the code against them.

/** Paths of a package's or app's source. */
const inside = (...names) => `^(${names.map((name) => `${name}/`).join("|")})`;
const TEST = "\\.test\\.tsx?$|\\.integration\\.test\\.ts$|^apps/portal/e2e/|^packages/[^/]+/testing/";

/** `from` may reach only `to` among the workspaces. */
function only(from, to, comment) {
  return {
    name: `${from.split("/").at(-1)}-imports-only`,
    comment,
    severity: "error",
    from: { path: inside(from), pathNot: TEST },
    to: { path: "^(packages|apps)/", pathNot: inside(from, ...to) },
  };
}

const p = (...names) => names.map((name) => `packages/${name}`);

export default {
  forbidden: [
    only("packages/domain", [], "The domain is what everything else stands on, so it stands on nothing."),
    only("packages/cel", [], "CEL serves templates and policies alike and knows neither."),
    only("packages/yaml", [], "YAML knows text and values, nothing of Fairlead."),
    only("packages/env", [], "The environment is read before anything else exists."),
    only("packages/ui", [], "The design system shows what it is given: no domain, no data."),
    only(
      "packages/manifests",
      p("domain", "cel"),
      "Rendering is pure and knows nothing of vetting, stores or clusters.",
    ),
    only(
      "packages/policy",
      p("domain", "cel"),
      "Vetting judges objects, whoever made them; it does not know rendering.",
    ),
    only(
      "packages/portability",
      p("domain", "yaml", "manifests"),
      "The way out and in is pure: it reads objects and declarations, and writes text.",
    ),
    only(
      "packages/library",
      p("domain", "yaml", "manifests", "policy"),
      "The library reads what ships as YAML and hands it over as data.",
    ),
    only(
      "packages/application",
      p("domain", "cel", "manifests", "policy", "portability", "yaml"),
      "Use cases speak to the world through ports; adapters come from outside.",
    ),
    only("packages/db", p("domain", "application"), "The database adapter fills ports of the application."),
    only(
      "packages/kubernetes",
      p("domain", "application", "env", "yaml"),
      "The cluster adapter fills ports of the application; from env it takes the type that keeps secrets out of logs.",
    ),
    only("packages/api", p("domain", "application"), "The API calls use cases; it never sees an adapter."),
    only("packages/auth", p("domain", "application"), "Sign-in turns a session into an actor through use cases."),
    {
      name: "domain-uses-zod-only",
      comment: "The core is pure: schemas are its only tool, so it runs in a browser, a terminal and a server alike.",
      severity: "error",
      from: { path: inside("packages/domain"), pathNot: TEST },
      to: { dependencyTypes: ["npm", "core"], pathNot: "node_modules/zod/" },
    },
    {
      name: "pure-core-has-no-io",
      comment:
        "Rendering, vetting and use cases take data and return data; files, network and clocks come through ports.",
      severity: "error",
      from: { path: inside(...p("manifests", "policy", "cel", "yaml", "portability", "application")), pathNot: TEST },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    {
      name: "prisma-in-db-only",
      comment: "One package knows the ORM, so that rows never leak and hot paths can be SQL.",
      severity: "error",
      from: {
        path: "^(apps|packages)/",
        // Who starts a server asks it whether it is up, and makes empty databases.
        pathNot: `${inside(...p("db", "sandbox/src/postgres", "testing/src/integration"))}|${TEST}`,
      },
      to: { path: "node_modules/(@prisma|prisma|pg)/|packages/db/generated" },
    },
    {
      name: "kubernetes-client-in-kubernetes-only",
      comment: "One choke point for cluster access: headers, deadlines and errors are made there and nowhere else.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: `${inside("packages/kubernetes")}|${TEST}` },
      to: { path: "node_modules/@kubernetes/" },
    },
    {
      name: "adapters-in-composition-roots-only",
      comment: "Only where a process is put together does anybody see an adapter.",
      severity: "error",
      from: {
        path: "^(apps|packages)/",
        pathNot: `${inside(...p("db", "kubernetes", "sandbox", "testing"), "apps/reconciler", "apps/cli", "apps/portal/src/server")}|${TEST}`,
      },
      to: { path: inside(...p("db", "kubernetes")) },
    },
    {
      name: "fakes-in-tests-only",
      comment: "What pretends must not run in production.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: `${inside("packages/testing")}|${TEST}` },
      to: { path: inside("packages/testing") },
    },
    {
      name: "features-do-not-know-routes",
      comment: "A screen is shown by a route, never the other way round.",
      severity: "error",
      from: { path: inside("apps/portal/src/features") },
      to: { path: inside("apps/portal/src/app") },
    },
    {
      name: "no-circles",
      comment: "A circle means that two files are one thing, or that something lies in the wrong place.",
      severity: "error",
      from: { path: "^(apps|packages)/" },
      to: { circular: true },
    },
    {
      name: "no-orphan-resolution",
      comment: "An import that resolves to nothing breaks at run time.",
      severity: "error",
      from: { path: "^(apps|packages)/", pathNot: TEST },
      to: { couldNotResolve: true, pathNot: "^(server-only|vitest|next/)" },
    },
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|dist|generated|golden)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
