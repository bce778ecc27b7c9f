import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { DATA_FOLDER } from "../data-folder.ts";
import { readExample } from "./read-example.ts";
import { renderExample } from "./render-example.ts";

const { documents, wrong } = readExample("online-boutique");
const services = documents.filter((document) => document.kind === "Service");

test("the documents are right", () => {
  expect(wrong).toEqual([]);
  const count = (kind: string) => documents.filter((document) => document.kind === kind).length;
  expect([count("Service"), count("Resource"), count("System"), count("Team")]).toEqual([11, 1, 1, 6]);
});

describe.each(["dev", "staging", "prod"])("in %s", (environment) => {
  test.each(["full", "minimal"] as const)("everything renders and is vetted clean with the %s profile", (profile) => {
    const rendered = renderExample("online-boutique", environment, profile);
    expect(rendered.flatMap(({ violations }) => violations)).toEqual([]);
    expect(rendered.every(({ objects }) => objects.length >= 10)).toBe(true);
    const gaps = new Set(rendered.flatMap(({ gaps }) => gaps.map(({ what }) => what)));
    const lacking = profile === "full" ? [] : ["Alerts", "Route for shop.example.com"];
    expect([...gaps].sort()).toEqual(["Call to shoppingassistantservice", ...lacking].sort());
  });
});

const FACTS = join(DATA_FOLDER, "online-boutique.md");

describe.skipIf(!existsSync(FACTS))("as its makers describe it", () => {
  const rows = readFileSync(existsSync(FACTS) ? FACTS : import.meta.filename, "utf8")
    .split("\n")
    .filter((line) => /^\| [a-z-]+ \|/.test(line) && !line.startsWith("| service |"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, name = "", port = "", , , memory = "", env = ""]) => ({ name, port, memory, env }));

  test("all twelve parts are there", () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(
      [...services.map(({ metadata }) => metadata.name), "redis-cart"].sort(),
    );
  });

  test.each(rows.filter(({ name }) => name !== "redis-cart"))("$name", ({ name, port, memory, env }) => {
    const service = services.find(({ metadata }) => metadata.name === name);
    const [, own, offered = own] = /^(\d+)(?: \((\d+)\))?$/.exec(port) ?? [];
    const declared = (service?.spec.ports ?? []).map((each) => [each.port, each.servicePort ?? each.port]);
    expect(declared).toEqual(own === undefined ? [] : [[Number(own), Number(offered)]]);
    expect(service?.spec.image).toBe(
      `us-central1-docker.pkg.dev/online-boutique-ci/microservices-demo/${name}:v0.10.6`,
    );
    // What holds an address is filled in from a need.
    const plain = [...env.matchAll(/([A-Z_]+)=(\S+)/g)].filter(([, variable]) => !variable?.endsWith("_ADDR"));
    expect(service?.spec.env ?? {}).toEqual(Object.fromEntries(plain.map(([, key, value]) => [key, value])));
    const [rendered] = renderExample("online-boutique", "dev", "full").filter((each) => each.name === name);
    const limit = JSON.stringify(rendered?.objects).match(/"requests":\{[^}]*"memory":"(\d+)Mi"/)?.[1];
    expect(Number(limit)).toBeGreaterThanOrEqual(Number(/\/(\d+)Mi/.exec(memory)?.[1]));
  });
});
