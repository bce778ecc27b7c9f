import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { adoptManifests, examineOffline, offlineCatalog } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { fieldsOf, itemsOf, leavesOf } from "@fairlead/manifests";
import { describe, expect, test } from "vitest";
import { DATA_FOLDER } from "../data-folder.ts";
import { boutiqueManifests, type Fact, readFacts } from "./boutique-manifests.ts";

const FACTS = join(DATA_FOLDER, "online-boutique.md");
const hasFacts = existsSync(FACTS);
const facts = hasFacts ? readFacts(readFileSync(FACTS, "utf8")) : [];
const manifests = boutiqueManifests(facts);

const library = loadLibrary();
const options = { owner: "shop-team", environments: ["dev"], templates: library.templates };
const adopted = adoptManifests(manifests, options);

test.skipIf(hasFacts)("the shop was not adopted: its facts are not at FAIRLEAD_DATA", () => {});

/** The first container of what a declaration renders to. */
function rendered(name: string): { container: Record<string, unknown>; objects: KubernetesObject[] } {
  const catalog = offlineCatalog(adopted.documents, library);
  const [environment] = catalog.environments;
  const service = adopted.documents.find((document) => document.kind === "Service" && document.metadata.name === name);
  if (environment === undefined || service?.kind !== "Service") throw new Error(`${name} was not adopted.`);
  const { rendering, violations } = examineOffline(service, { catalog, environment, profile: library.profiles.full });
  if (rendering === undefined) throw new Error(JSON.stringify(violations));
  const workload = rendering.objects.find(({ kind }) => kind === "Deployment");
  const pod = fieldsOf(fieldsOf(fieldsOf(workload?.spec).template).spec);
  return { container: fieldsOf(itemsOf(pod.containers)[0]), objects: rendering.objects };
}

function original(name: string): Record<string, unknown> {
  const workload = manifests.find(({ kind, metadata }) => kind === "Deployment" && metadata.name === name);
  return fieldsOf(itemsOf(fieldsOf(fieldsOf(fieldsOf(workload?.spec).template).spec).containers)[0]);
}

function saidOf(object: string, path: string) {
  return adopted.findings.find((finding) => finding.object === object && finding.path === path);
}

describe.skipIf(!hasFacts)("Online Boutique comes back from plain manifests", () => {
  const services = facts.filter(({ name }) => name !== "redis-cart");

  test("as eleven services and a resource, ready to be applied", () => {
    const names = (kind: string) =>
      adopted.documents.filter((each) => each.kind === kind).map((each) => each.metadata.name);
    expect(names("Service").sort()).toEqual(services.map(({ name }) => name).sort());
    expect(names("Resource")).toEqual(["redis-cart"]);
    expect(adopted.open).toEqual([]);
  });

  test("every field of every manifest is accounted for, once", () => {
    const fields = manifests.flatMap((object) =>
      leavesOf(object).map(({ path }) => `${object.kind}/${object.metadata.name} ${path}`),
    );
    expect(adopted.findings.map(({ object, path }) => `${object} ${path}`)).toEqual(fields);
    expect(adopted.findings.every(({ words }) => words.endsWith("."))).toBe(true);
  });

  describe.each(services.map((fact) => [fact.name, fact] as const))("%s", (name, fact) => {
    test("has the same image, ports and probes", () => {
      const [{ container, objects }, before] = [rendered(name), original(name)];
      expect(container.image).toBe(before.image);
      expect(itemsOf(container.ports).map((port) => fieldsOf(port).containerPort)).toEqual(
        fact.port === undefined ? [] : [fact.port],
      );
      const service = objects.find(({ kind }) => kind === "Service");
      const offered = itemsOf(fieldsOf(service?.spec).ports).map((port) => fieldsOf(port).port);
      expect(offered).toEqual(fact.servicePort === undefined ? [] : [fact.servicePort]);
      for (const probe of ["readinessProbe", "livenessProbe"])
        expect(asked(container, probe)).toEqual(asked(before, probe));
    });

    test("has the same resources but for what the baseline changes, which is said", () => {
      const { requests, limits } = fieldsOf(rendered(name).container.resources);
      expect([fieldsOf(requests).cpu, fieldsOf(limits).memory]).toEqual([fact.cpu[0], fact.memory[1]]);
      expect(fieldsOf(requests).memory).toBe(fact.memory[1]);
      const path = "spec.template.spec.containers.0.resources";
      expect(saidOf(`Deployment/${name}`, `${path}.requests.memory`)?.outcome).toBe("changed");
      expect(saidOf(`Deployment/${name}`, `${path}.limits.cpu`)?.outcome).toBe("changed");
    });

    test("calls the same, at complete addresses", () => {
      const env = Object.fromEntries(
        itemsOf(rendered(name).container.env)
          .map(fieldsOf)
          .map(({ name: key, value }) => [String(key), String(value)]),
      );
      for (const [key, value] of Object.entries(fact.env)) {
        const [host = "", port] = value.split(":");
        if (host === "shoppingassistantservice") expect(env[key]).toBe("");
        else if (port === undefined || !key.endsWith("_ADDR")) expect(env[key]).toBe(value);
        else expect(env[key]).toMatch(new RegExp(`^${host}\\.[a-z-]+\\.svc\\.cluster\\.local:${port}$`));
      }
    });
  });

  test("what waits before the start and who nobody answers for are named", () => {
    const left = adopted.findings.filter(({ outcome }) => outcome === "left");
    expect(left.map(({ object }) => object)).toContain("Deployment/loadgenerator");
    expect(adopted.findings.some(({ words }) => words.includes("shoppingassistantservice:80"))).toBe(true);
  });
});

/** What a probe asks, without its pace, by the number of the port. */
function asked(container: Record<string, unknown>, probe: string): unknown {
  const { httpGet, grpc, tcpSocket } = fieldsOf(container[probe]);
  const number = (port: unknown) => {
    const named = itemsOf(container.ports)
      .map(fieldsOf)
      .find((each) => each.name === port);
    return Number(named?.containerPort ?? port);
  };
  if (httpGet !== undefined) {
    const { path, port, httpHeaders } = fieldsOf(httpGet);
    return { http: path, port: number(port), httpHeaders };
  }
  if (grpc !== undefined) return { grpc: number(fieldsOf(grpc).port) };
  return tcpSocket === undefined ? undefined : { tcp: number(fieldsOf(tcpSocket).port) };
}

describe("what is not a declaration's", () => {
  const object = (kind: string, rest: Record<string, unknown> = {}): KubernetesObject => ({
    apiVersion: "v1",
    kind,
    metadata: { name: "x", namespace: "n" },
    ...rest,
  });

  test("values of secrets are never given back", () => {
    const { findings, documents } = adoptManifests(
      [object("Secret", { stringData: { password: "hunter2" } })],
      options,
    );
    expect(JSON.stringify({ findings, documents })).not.toContain("hunter2");
    expect(findings.find(({ path }) => path === "stringData.password")).toMatchObject({ outcome: "left" });
  });

  test("kinds without a place are left, with a reason", () => {
    const { findings, documents } = adoptManifests([object("DaemonSet", { spec: {} }), object("Widget")], options);
    expect(documents).toEqual([]);
    expect(findings.filter(({ outcome }) => outcome === "left").map(({ object: name }) => name)).toContain(
      "DaemonSet/x",
    );
  });
});

test("the facts are read as they are meant", () => {
  const line = "| frontend | 8080 (80) | http | 100m/200m | 64/128Mi | PORT=8080 | cartservice:7070 |";
  const expected: Fact = {
    name: "frontend",
    port: 8080,
    servicePort: 80,
    protocol: "http",
    cpu: ["100m", "200m"],
    memory: ["64Mi", "128Mi"],
    env: { PORT: "8080", CART_SERVICE_ADDR: "cartservice:7070" },
  };
  expect(readFacts(line)).toEqual([expected]);
});
