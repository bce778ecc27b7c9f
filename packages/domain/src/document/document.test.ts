import { describe, expect, test } from "vitest";
import { aService, aTemplate } from "../../testing/documents.ts";
import { checkDocument, documentName } from "./document.ts";

const apiVersion = "fairlead.dev/v1alpha1";

/** `path: reason` of everything that is wrong with a document. */
function wrongWith(value: unknown): string[] {
  return checkDocument(value).violations.map(({ path, reason }) => `${path}: ${reason}`);
}

test.each([null, [], "text", 7])("%j is not a document", (value) => {
  expect(wrongWith(value)).toEqual([": is not a document"]);
});

test("says which versions and kinds there are", () => {
  expect(wrongWith({ apiVersion: "v1", kind: "Pod" })).toEqual([`apiVersion: is not ${apiVersion}`]);
  expect(wrongWith({ apiVersion, kind: "constructor" })).toEqual(["kind: is not a kind that Fairlead knows"]);
});

test("a template is called by its name and version", () => {
  expect(documentName(aTemplate())).toBe("web-service@1.0.0");
  expect(documentName(aService())).toBe("checkout");
});

describe("Environment", () => {
  const environment = (spec: Record<string, unknown>) => ({
    apiVersion,
    kind: "Environment",
    metadata: { name: "prod" },
    spec: { order: 30, placements: [{ cluster: "prod-eu" }], ...spec },
  });

  test.each(["{service}", "{service}-{environment}", "shop-{service}"])("takes the namespace pattern %s", (pattern) =>
    expect(wrongWith(environment({ namespacePattern: pattern }))).toEqual([]),
  );
  test.each(["{environment}", "-{service}", "{service}-", "{team}-{service}", `${"x".repeat(30)}-{service}`])(
    "refuses the namespace pattern %s",
    (pattern) => expect(wrongWith(environment({ namespacePattern: pattern }))).toHaveLength(1),
  );
  test("lies on a cluster once", () => {
    expect(wrongWith(environment({ placements: [{ cluster: "a-1" }, { cluster: "a-1" }] }))).toEqual([
      "spec.placements: names a cluster twice",
    ]);
  });
});

describe("Team", () => {
  const team = (spec: Record<string, unknown>) => ({ apiVersion, kind: "Team", metadata: { name: "shop" }, spec });

  test("takes groups and contacts", () => {
    const groups = [{ name: "shop-developers", role: "developer" }];
    const contacts = [{ kind: "phone", title: "On duty", number: "+49 30 5550 0100" }];
    expect(wrongWith(team({ groups, contacts }))).toEqual([]);
  });
  test("takes no group that belongs to a cluster itself", () => {
    expect(wrongWith(team({ groups: [{ name: "system:masters", role: "developer" }] }))).toEqual([
      "spec.groups.0.name: belongs to the cluster itself",
    ]);
  });
  test("takes no address that runs something", () => {
    expect(wrongWith(team({ contacts: [{ kind: "chat", title: "x", url: "javascript:alert(1)" }] }))).toEqual([
      "spec.contacts.0.url: is not a web address",
    ]);
  });
});

describe("Resource", () => {
  const resource = (address: Record<string, unknown>) => ({
    apiVersion,
    kind: "Resource",
    metadata: { name: "orders-db" },
    spec: {
      owner: "shop",
      type: "Postgres",
      environments: { dev: { host: "db.example.com", port: 5432, ...address } },
    },
  });

  test("is reached at a host name or an address, by port, in ranges", () => {
    expect(wrongWith(resource({ cidrs: ["10.0.0.0/8", "fd00::/8"] }))).toEqual([]);
    expect(wrongWith(resource({ host: "10.1.2.3" }))).toEqual([]);
    expect(wrongWith(resource({ host: "db example.com" }))).toEqual(["spec.environments.dev.host: is not a host"]);
    expect(wrongWith(resource({ port: 70_000 }))).toEqual(["spec.environments.dev.port: is not a port"]);
    expect(wrongWith(resource({ cidrs: ["10.0.0.0/40"] }))).toEqual([
      "spec.environments.dev.cidrs.0: is not an address range",
    ]);
  });
});

describe("Template", () => {
  test("takes sizes of its own, at least one, and a default among them", () => {
    expect(wrongWith(aTemplate())).toEqual([]);
    expect(wrongWith(aTemplate({ sizes: {} }))).toEqual(["spec.sizes: has no size"]);
    expect(wrongWith(aTemplate({ defaults: { spec: { size: "huge" } } }))).toEqual([
      "spec.defaults.spec.size: is not one of the sizes",
    ]);
  });
  test("asks no question twice", () => {
    const fields = [{ path: "spec.size" }, { path: "spec.size" }];
    expect(wrongWith(aTemplate({ form: [{ section: "How", fields }] }))).toEqual([
      "spec.form: asks for the same thing twice",
    ]);
  });
  test("has defaults that a declaration could hold", () => {
    const template = { ...aTemplate(), spec: { ...aTemplate().spec, defaults: { spec: { replicas: 3 } } } };
    expect(wrongWith(template)).toEqual(["spec.defaults.spec.replicas: is not a field that Fairlead knows"]);
  });
});
